using System.Globalization;
using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Contracts.Render;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.DecideCaptions;

/// <summary>The module as a whole: hands in, requests out.</summary>
internal sealed class SessionCaptionsTests
{
    private TestDatabase _database = null!;
    private SubtitleHost _host = null!;
    private long _session = SomeHand.Session;

    private IReadOnlyList<RequestRender> Requests => _host.Requests(_session);

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
    public void BeginSession() => _session += 10;

    [Test]
    public async Task A_hand_asks_for_its_captions_under_its_own_name()
    {
        var hand = SomeHand.Of(1, SomeHand.Winner(4, "Okafor", 1_620_000)) with { IsAllIn = true };

        await CaptureAsync(hand);
        await _host.DecidedAsync(1, _session);

        var request = Requests.Should().ContainSingle().Subject;
        request.TemplateName.Should().Be("NAME");
        request.TriggerType.Should().Be("all_in");
        request.TriggerId.Should().Be($"{_session}/{hand.HandNumber}/{hand.StartTicks}");
        request.Subject.Should().Be("4");
        request.RequestNo.Should().Be(0);
        request.Priority.Should().Be(4);
        request.IsBacklog.Should().BeFalse();
        request.Fields["chips"].Should().Be("1,620,000");
    }

    [Test]
    public async Task A_hand_that_arrives_early_waits_for_the_one_before()
    {
        await CaptureAsync(Hands(2, 3));
        await _host.StoredAsync(2, _session);

        (await _host.LastDecidedAsync(_session)).Should().Be(0);
        (await _host.PendingAsync("hands waiting for an earlier one")).Should().Be(2);
        Requests.Should().BeEmpty();

        await CaptureAsync(Hands(1));
        await _host.DecidedAsync(3, _session);
        (await _host.PendingAsync("hands waiting for an earlier one")).Should().Be(0);
    }

    [Test]
    public async Task A_hand_delivered_again_asks_for_nothing_more()
    {
        await CaptureAsync(Hands(1, 1, 2, 1, 2, 2, 3));
        await _host.DecidedAsync(3, _session);

        Keys().Should().OnlyHaveUniqueItems().And.HaveCount(Story.RequestsUpTo(3));
    }

    [Test]
    public async Task Chips_ago_are_those_after_the_tenth_played_hand_before()
    {
        var hands = Enumerable.Range(1, 12)
            .Select(sequence => SomeHand.Of(sequence, SomeHand.Winner(4, "Okafor", sequence * 1000)))
            .ToArray();
        hands[5] = hands[5] with { WasPlayed = false };
        hands[11] = hands[11] with { IsPremium = true };

        await CaptureAsync(hands);
        await _host.DecidedAsync(12, _session);

        Requests.Should().ContainSingle().Which.Fields["chips_ago"].Should().Be("1,000", "hand 6 was called off, so hand 1 is the tenth before hand 12");
    }

    [Test]
    public async Task A_hand_that_was_not_played_triggers_nothing()
    {
        await CaptureAsync(Story.Hand(1) with { WasPlayed = false, Grade = HandGrade.A, IsAllIn = true, IsPremium = true });
        await _host.DecidedAsync(1, _session);

        Requests.Should().BeEmpty();
    }

    [Test]
    public async Task A_player_goes_out_once_whatever_becomes_of_name_and_seat()
    {
        await CaptureAsync(
            FinalTable(1, SomeHand.Player(2, "Okafor", 500), SomeHand.Player(3, "Lindqvist", 500)),
            FinalTable(2, SomeHand.Out(2, "Okafor", 8), SomeHand.Player(3, "Lindqvist", 500)),
            FinalTable(3, SomeHand.Gone(2, "Okafor", 8), SomeHand.Player(3, "Lindqvist", 500)),
            FinalTable(4, SomeHand.Gone(9, "Okafor", 8), SomeHand.Player(3, "Lindqvist", 500)),
            FinalTable(5, SomeHand.Gone(9, "OKAFOR C.", 8), SomeHand.Out(3, "Lindqvist", 7)));
        await _host.DecidedAsync(5, _session);

        Requests.Select(request => (request.Fields["name"], request.Fields["rank"], Hand(request)))
            .Should().BeEquivalentTo([("OKAFOR", "8TH", 2), ("LINDQVIST", "7TH", 5)]);
    }

    [Test]
    public async Task Who_went_out_before_the_hub_was_watching_does_not_go_out_again()
    {
        await CaptureAsync(
            FinalTable(1, SomeHand.Gone(2, "Okafor", 9), SomeHand.Player(3, "Lindqvist", 500)) with { IsBacklog = true },
            FinalTable(2, SomeHand.Gone(2, "Okafor", 9), SomeHand.Out(3, "Lindqvist", 8)) with { IsBacklog = true },
            FinalTable(3, SomeHand.Gone(2, "Okafor", 9), SomeHand.Gone(3, "Lindqvist", 8)));
        await _host.DecidedAsync(3, _session);

        Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Sessions_do_not_wait_for_each_other()
    {
        var other = _session + 1;

        await CaptureAsync(Hands(2));
        await _host.CaptureAsync(Hands(1, 2, 3).Select(hand => hand with { SessionId = other }));
        await _host.DecidedAsync(3, other);

        _host.Requests(other).Should().HaveCount(Story.RequestsUpTo(3));
        (await _host.LastDecidedAsync(_session)).Should().Be(0);
        await CaptureAsync(Hands(1));
        await _host.DecidedAsync(2, _session);
        Requests.Should().HaveCount(Story.RequestsUpTo(2));
    }

    [Test]
    public async Task A_hand_that_never_comes_does_not_hold_up_its_session_for_ever()
    {
        await using var database = await SubtitleHost.CreateDatabaseAsync();
        await using var host = await SubtitleHost.StartAsync(database, before: null, ("Subtitle:GapSeconds", "1"));

        await host.CaptureAsync(Hands(1, 3).Select(hand => hand with { SessionId = _session }));
        await host.DecidedAsync(3, _session);
        await host.CaptureAsync(Hands(2).Select(hand => hand with { SessionId = _session }));
        await host.StoredAsync(3, _session);

        host.Requests(_session).Select(Hand).Should().Contain(Story.Hand(3).HandNumber).And.NotContain(Story.Hand(2).HandNumber);
        (await host.PendingAsync("hands waiting for an earlier one")).Should().Be(0);
    }

    private Task CaptureAsync(params IEnumerable<HandCaptured> hands) => _host.CaptureAsync(hands.Select(hand => hand with { SessionId = _session }));

    private static IEnumerable<HandCaptured> Hands(params int[] sequences) => sequences.Select(sequence => Story.Hand(sequence));

    private static HandCaptured FinalTable(long sequence, params HandPlayer[] players)
        => SomeHand.Of(sequence, players) with { SessionType = "FINAL_TABLE" };

    private static int Hand(RequestRender request) => int.Parse(request.TriggerId.Split('/')[1], CultureInfo.InvariantCulture);

    private IEnumerable<string> Keys() => Requests.Select(request => $"{request.TriggerType} {request.TriggerId} {request.TemplateName} {request.Subject}");
}
