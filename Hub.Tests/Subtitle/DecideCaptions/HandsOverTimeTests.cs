using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Contracts.Render;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.DecideCaptions;

/// <summary>Captions follow their hands.</summary>
internal sealed class HandsOverTimeTests
{
    private TestDatabase _database = null!;
    private SubtitleHost _host = null!;
    private long _session = SomeHand.Session + 500;
    private long _sequence;

    private IReadOnlyList<RequestRender> Captions => _host.Captions(_session);

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await SubtitleHost.CreateDatabaseAsync();
        _host = await SubtitleHost.StartAsync(_database);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [SetUp]
    public void BeginSession() => (_session, _sequence) = (_session + 10, 0);

    [Test]
    public async Task A_hand_that_was_still_being_played_gets_its_captions_when_it_is_complete()
    {
        var dealt = AllIn(1, 1_500_000) with { WasPlayed = false };
        await CaptureAsync(dealt);

        await ReviseAsync(dealt with { WasPlayed = true, Revision = 2 });

        Captions.Should().ContainSingle().Which.Should().Match<RequestRender>(caption => caption.Revision == 1 && caption.Fields["chips"] == "1,500,000");
    }

    [Test]
    public async Task A_corrected_stack_becomes_the_next_revision_and_one_that_changes_nothing_becomes_none()
    {
        var hand = AllIn(1, 1_500_000);
        await CaptureAsync(hand);

        await ReviseAsync(AllIn(1, 1_400_000) with { Revision = 2 });
        await ReviseAsync(AllIn(1, 1_400_000) with { Revision = 3, Pot = 9 });

        Captions.Should().ContainSingle().Which.Should().Match<RequestRender>(caption => caption.Revision == 2 && caption.Fields["chips"] == "1,400,000");
    }

    [Test]
    public async Task A_revision_that_is_older_than_what_is_known_changes_nothing()
    {
        await CaptureAsync(AllIn(1, 1_500_000));
        await ReviseAsync(AllIn(1, 1_300_000) with { Revision = 3 });

        await ReviseAsync(AllIn(1, 1_400_000) with { Revision = 2 });

        Captions.Should().ContainSingle().Which.Fields["chips"].Should().Be("1,300,000");
    }

    [Test]
    public async Task A_caption_that_the_corrected_hand_does_not_deserve_is_withdrawn_and_comes_back()
    {
        await CaptureAsync(AllIn(1, 1_500_000));

        await ReviseAsync(AllIn(1, 1_500_000) with { Revision = 2, IsAllIn = false });
        Captions.Should().ContainSingle().Which.WithdrawnBecause.Should().Be("hand 1, as corrected, does not call for it");
        await ReviseAsync(AllIn(1, 1_450_000) with { Revision = 3 });

        Captions.Should().ContainSingle().Which.Should().Match<RequestRender>(
            caption => caption.Revision == 3 && caption.WithdrawnBecause == null && caption.Fields["chips"] == "1,450,000");
    }

    [Test]
    public async Task A_hand_that_was_called_off_has_no_captions_and_is_no_history()
    {
        for (var number = 1; number <= 11; number++)
            await CaptureAsync(AllIn(number, number * 100_000));

        await CallOffAsync(AllIn(5, 500_000));
        await ReviseAsync(AllIn(5, 510_000) with { Revision = 2 });

        Captions.Single(caption => caption.TriggerId.Contains("/5/", StringComparison.Ordinal)).WithdrawnBecause.Should().Be("hand 5 was called off");
        Captions.Single(caption => caption.TriggerId.Contains("/11/", StringComparison.Ordinal)).Fields["chips_ago"].Should().Be("", "only nine hands were played before it");
    }

    [Test]
    public async Task What_a_later_caption_looks_back_at_is_corrected_in_it_too()
    {
        for (var number = 1; number <= 11; number++)
            await CaptureAsync(AllIn(number, number * 100_000));

        await ReviseAsync(AllIn(1, 123_000) with { Revision = 2 });

        Captions.Single(caption => caption.TriggerId.Contains("/11/", StringComparison.Ordinal)).Should().Match<RequestRender>(
            caption => caption.Revision == 2 && caption.Fields["chips_ago"] == "123,000");
        Captions.Single(caption => caption.TriggerId.Contains("/10/", StringComparison.Ordinal)).Revision.Should().Be(1);
    }

    [Test]
    public async Task A_place_that_is_taken_back_is_free_for_the_one_who_goes_out_in_it()
    {
        await CaptureAsync(FinalTable(1, SomeHand.Player(2, "Okafor", 500), SomeHand.Player(3, "Lindqvist", 500)));
        await CaptureAsync(FinalTable(2, SomeHand.Out(2, "Okafor", 8), SomeHand.Player(3, "Lindqvist", 500)));
        await CaptureAsync(FinalTable(3, SomeHand.Player(2, "Okafor", 400), SomeHand.Out(3, "Lindqvist", 8)));
        Places().Should().Equal("2 OKAFOR 8TH");

        await ReviseAsync(FinalTable(2, SomeHand.Player(2, "Okafor", 300), SomeHand.Player(3, "Lindqvist", 500)) with { Revision = 2 });

        Places().Should().Equal("3 LINDQVIST 8TH");
    }

    [Test]
    public async Task Hands_dealt_out_of_turn_look_back_in_the_order_of_play()
    {
        for (var number = 2; number <= 11; number++)
            await CaptureAsync(AllIn(number, number * 100_000));

        await CaptureAsync(AllIn(1, 100_000));

        Captions.Single(caption => caption.TriggerId.Contains("/11/", StringComparison.Ordinal)).Fields["chips_ago"].Should().Be("100,000");
    }

    private IEnumerable<string> Places() => Captions
        .Where(caption => caption is { TriggerType: "player_eliminated", WithdrawnBecause: null })
        .Select(caption => $"{caption.TriggerId.Split('/')[1]} {caption.Fields["name"]} {caption.Fields["rank"]}");

    private static HandCaptured AllIn(int number, long chips)
        => SomeHand.Of(number, SomeHand.Winner(4, "Okafor", chips), SomeHand.Player(6, "Lindqvist", 200_000)) with { IsAllIn = true };

    private static HandCaptured FinalTable(int number, params HandPlayer[] players) => SomeHand.Of(number, players) with { SessionType = "FINAL_TABLE" };

    private Task CaptureAsync(HandCaptured hand) => HappenAsync(Now(hand));

    private Task ReviseAsync(HandCaptured hand) => HappenAsync(new HandRevised { Hand = Now(hand) });

    private Task CallOffAsync(HandCaptured hand) => HappenAsync(new HandCalledOff
    {
        SessionId = _session,
        HandNumber = hand.HandNumber,
        StartTicks = hand.StartTicks,
        Sequence = ++_sequence,
        TableId = $"{hand.TableId}~void1",
    });

    private HandCaptured Now(HandCaptured hand) => hand with { SessionId = _session, Sequence = ++_sequence };

    private async Task HappenAsync(object happened)
    {
        await _host.HappenAsync(happened);
        await _host.DecidedAsync(_sequence, _session);
    }
}
