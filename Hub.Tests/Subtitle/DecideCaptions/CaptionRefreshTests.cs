using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Contracts.Render;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.DecideCaptions;
using Hub.Modules.Subtitle.ManualData;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Players;
using Hub.Modules.Subtitle.Programme;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Subtitle.DecideCaptions;

/// <summary>Captions follow what persons enter and what tournaments turn out to be, and stay pictures of their moment.</summary>
internal sealed class CaptionRefreshTests
{
    private const string Event = "WSOP_2026_E14_NLH";

    private TestDatabase _database = null!;
    private SubtitleHost _host = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _database = await SubtitleHost.CreateDatabaseAsync();
        _host = await SubtitleHost.StartAsync(_database);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_corrected_name_reaches_the_captions_that_show_it_and_no_others()
    {
        await CaptureAsync(Hand(1, "Okafr"), Hand(2, "Lindqvist"));

        await EnterAsync(new NameOverrideKind(), new NameOverrideData { ExportedName = "Okafr", CorrectedName = "Okafor" });

        Caption(1).Should().Match<RequestRender>(caption => caption.Revision == 2 && caption.Fields["player_name"] == "OKAFOR" && caption.WithdrawnBecause == null);
        Caption(2).Revision.Should().Be(1);
    }

    [Test]
    public async Task What_is_entered_about_a_player_reaches_captions_that_know_him_by_a_misspelt_name()
    {
        await CaptureAsync(Hand(1, "Okafr"));
        await EnterAsync(new NameOverrideKind(), new NameOverrideData { ExportedName = "Okafr", CorrectedName = "Okafor" });

        await EnterAsync(new PlayerKind(), new PlayerData { Name = "Okafor", Nationality = "NG" });

        Caption(1).Should().Match<RequestRender>(caption => caption.Revision == 3 && caption.Fields["flag"] == "NG");
    }

    [Test]
    public async Task A_name_for_a_seat_reaches_the_captions_of_that_table()
    {
        await CaptureAsync(Hand(1, "Okafor") with { Grade = HandGrade.A, IsAllIn = false, Players = [SomeHand.Player(4, "", 500)] });

        await EnterAsync(new SeatAssignmentKind(), new SeatAssignmentData { TableName = "table  BLUE", Seat = 4, PlayerName = "Petrakis" });

        _host.Captions().Should().HaveCount(2).And.OnlyContain(caption => caption.Revision == 2 && caption.Fields.Values.Contains("PETRAKIS"));
    }

    [Test]
    public async Task A_player_whom_only_the_operator_knows_by_name_gets_captions_of_his_own()
    {
        await EnterAsync(new SeatAssignmentKind(), new SeatAssignmentData { TableName = "Table Blue", Seat = 4, PlayerName = "Petrakis" });

        await CaptureAsync(Hand(1, ""));

        Caption(1).Fields["player_name"].Should().Be("PETRAKIS");
    }

    [Test]
    public async Task A_correction_that_races_with_hands_misses_none_of_them()
    {
        var hands = Enumerable.Range(1, 40).Select(number => Hand(number, $"Okafr {number % 4}")).ToArray();

        await Task.WhenAll(
            _host.CaptureAsync(hands),
            Task.WhenAll(Enumerable.Range(0, 4).Select(async each =>
            {
                await _host.StoredAtLeastAsync(each * 10);
                await EnterAsync(new NameOverrideKind(), new NameOverrideData { ExportedName = $"Okafr {each}", CorrectedName = $"Okafor {each}" });
            })));
        await _host.DecidedAsync(hands.Length);

        _host.Captions().Should().HaveCount(hands.Length).And.OnlyContain(caption => caption.Fields["player_name"].StartsWith("OKAFOR "));
    }

    [Test]
    public async Task A_corrected_tournament_changes_what_was_wrong_and_not_what_has_moved_on()
    {
        await _database.ExecuteAsync(
            $$"""
            INSERT INTO public.tournaments (name, event_code, buy_in, remaining_players, current_level, places_paid, payouts_json)
            VALUES ('Big Event', '{{Event}}', 10000, 9, 20, 9, '[{"position": 9, "amount": 50000}, {"position": 5, "amount": 90000}]')
            """);
        await CaptureAsync(Hand(1, "Okafor"));
        await OrderAsync("At Risk of Elimination", seat: 4);
        await OrderAsync("Event info", seat: null);

        await _database.ExecuteAsync(
            """
            UPDATE public.tournaments SET buy_in = 5000, remaining_players = 5, current_level = 25,
              payouts_json = '[{"position": 9, "amount": 55000}, {"position": 5, "amount": 95000}]'
            """);
        await InTransactionAsync(provider => provider.GetRequiredService<CaptionRefresh>().RefreshTournamentAsync(Event, CancellationToken.None));

        Asked("At Risk of Elimination").Should().Match<RequestRender>(caption => caption.Revision == 2 && caption.Fields["rank"] == "9TH" && caption.Fields["prize"] == "$55,000");
        Asked("Event info").Should().Match<RequestRender>(caption => caption.Revision == 2 && caption.Fields["buy_in"] == "$5,000");
        Caption(1).Revision.Should().Be(1, "it says nothing of the tournament");
    }

    [Test]
    public async Task A_correction_does_not_bring_the_course_of_the_tournament_into_earlier_captions()
    {
        await _database.ExecuteAsync($"INSERT INTO public.tournaments (name, event_code, remaining_players) VALUES ('Big Event', '{Event}', 9)");
        await CaptureAsync(Hand(1, "Okafr"));
        await OrderAsync("At Risk of Elimination", seat: 4);
        await _database.ExecuteAsync("UPDATE public.tournaments SET remaining_players = 5");

        await EnterAsync(new NameOverrideKind(), new NameOverrideData { ExportedName = "Okafr", CorrectedName = "Okafor" });

        Asked("At Risk of Elimination").Should().Match<RequestRender>(caption => caption.Fields["rank"] == "9TH" && caption.Fields["player_name"] == "OKAFOR");
    }

    [Test]
    public async Task A_change_of_the_programme_reaches_its_captions()
    {
        await EnterAsync(new EventSeriesKind(), new ProgrammeNameData { Name = "Sumer Series", IsCurrent = true });
        await _database.ExecuteAsync($"INSERT INTO public.tournaments (name, event_code, remaining_players) VALUES ('Big Event', '{Event}', 9)");
        await OrderAsync("Event name", seat: null);

        await EnterAsync(new EventSeriesKind(), new ProgrammeNameData { Name = "Summer Series", IsCurrent = true });

        Asked("Event name").Should().Match<RequestRender>(caption => caption.Revision == 2 && caption.Fields["series"] == "SUMMER SERIES");
    }

    [Test]
    public async Task Captions_are_forgotten_when_nobody_will_correct_them_any_more()
    {
        await CaptureAsync(Hand(1, "Okafor"), Hand(2, "Okafor"));
        await _database.ExecuteAsync("UPDATE subtitle.caption SET created_at = now() - interval '8 days' WHERE trigger_id LIKE '%/1/%'");

        await using var restarted = await SubtitleHost.StartAsync(_database, before: _host);

        await Eventually.BecomesTrueAsync("the old one is gone", async () => await _database.ScalarAsync<long>("SELECT count(*) FROM subtitle.caption") == 1);
    }

    private static HandCaptured Hand(int number, string winner)
        => SomeHand.Of(number, SomeHand.Winner(4, winner, number * 100_000), SomeHand.Player(6, "Petrakis", 200_000)) with { IsAllIn = true };

    private RequestRender Caption(int number) => _host.Captions().Single(caption => caption.TriggerType == "all_in" && caption.TriggerId.Contains($"/{number}/", StringComparison.Ordinal));

    private RequestRender Asked(string template) => _host.Captions().Single(caption => caption.TemplateName == template);

    private async Task CaptureAsync(params HandCaptured[] hands)
    {
        await _host.CaptureAsync(hands);
        await _host.DecidedAsync(hands.Max(hand => hand.Sequence));
    }

    private Task OrderAsync(string template, int? seat) => InTransactionAsync(provider => provider.GetRequiredService<CaptionOrders>().OrderAsync(
        new CaptionOrder
        {
            Template = template,
            TriggerType = "manual",
            TriggerId = TriggerIds.Of(Hand(1, "")),
            Subject = $"{seat}",
            SessionId = seat is null ? null : SomeHand.Session,
            StartTicks = seat is null ? null : Hand(1, "").StartTicks,
            Seat = seat,
            EventCode = Event,
        },
        CancellationToken.None));

    private async Task EnterAsync<TEntry, TData>(ManualKind<TEntry, TData> kind, TData data)
        where TEntry : ManualEntry, new()
        where TData : ManualEntryData
    {
        await _host.InScopeAsync(provider => provider.GetRequiredService<ManualStore>().AddAsync(kind, data, "anna", CancellationToken.None));
        await _host.DeliveredAsync();
    }

    private async Task InTransactionAsync(Func<IServiceProvider, Task> workAsync)
    {
        await _host.InScopeAsync(async provider =>
        {
            var database = provider.GetRequiredService<SubtitleDbContext>();
            await using var transaction = await database.Database.BeginTransactionAsync();
            await workAsync(provider);
            await database.SaveChangesAsync();
            await transaction.CommitAsync();
        });
        await _host.DeliveredAsync();
    }
}
