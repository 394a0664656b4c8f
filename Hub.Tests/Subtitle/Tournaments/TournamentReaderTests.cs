using FluentAssertions;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Tournaments;

namespace Hub.Tests.Subtitle.Tournaments;

/// <summary>What captions get to know of a tournament.</summary>
internal sealed class TournamentReaderTests
{
    private TournamentTable _table = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _table = await TournamentTable.CreateAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _table.DisposeAsync();

    [SetUp]
    public Task EmptyAsync() => _table.EmptyAsync();

    [Test]
    public async Task A_tournament_is_read_with_all_that_the_files_say()
    {
        foreach (var (name, text) in Exports.All)
            await _table.TakeAsync(name, text);

        var facts = await FindAsync(TournamentTable.WinterCode);

        facts.Should().BeEquivalentTo(new TournamentFacts
        {
            EventCode = TournamentTable.WinterCode,
            Name = "Winter Classic",
            BuyIn = 1500,
            Fee = 150,
            PrizePool = 1_625_400,
            Entries = 1204,
            RemainingPlayers = 120,
            PlacesPaid = 15,
            StartingChips = 25_000,
            CurrentLevel = 9,
            Levels =
            [
                new BlindLevel(9, 1000, 2000, 2000, 40),
                new BlindLevel(9, 0, 0, 0, 75, IsBreak: true, "Dinner"),
                new BlindLevel(10, 1500, 3000, 3000, 40),
            ],
            Payouts = [new Payout(1, 1, 500_000), new Payout(2, 2, 300_000), new Payout(3, 15, 20_000)],
            Standings =
            [
                new ChipStanding(1, "김민서", null, 1_620_000, "Amazon 4", 7),
                new ChipStanding(2, "Ada King", null, 900_000, "Amazon 4", 3),
                new ChipStanding(2, "Bea Lind", null, 900_000),
            ],
            Finishers = [new Finisher(17, "Carl Out")],
        }, options => options.WithStrictOrdering());
        facts!.PrizeOf(7).Should().Be(20_000);
    }

    [Test]
    public async Task A_v1_clients_row_is_read_whatever_its_json_holds()
    {
        await _table.Database.ExecuteAsync(
            """
            INSERT INTO tournaments (name, event_code, buy_in, prize_pool, total_entries, blinds_json, payouts_json, standings_json) VALUES ('Old', 'OLD', NULL, 0, 7,
                '[7, null, {"level": "2", "small_blind": 200.0, "big_blind": "400"}, {"level": 1, "small_blind": 100, "big_blind": 200, "ante": null}, {"level": 3}]',
                '[{"position": 2, "amount": 50, "position_end": 1}, {"position": 1, "amount": 1e2, "percentage": 5}, {"position": 0, "amount": 1}, {"position": 9, "amount": -4}, "x"]',
                '[{"name": "Ada", "nationality": "GB", "chips": null, "table_id": 7}, {"rank": 1, "name": "Bea", "chips": 900}, {"rank": 3}]')
            """);

        var facts = await FindAsync("OLD");

        facts.Should().BeEquivalentTo(new TournamentFacts
        {
            EventCode = "OLD",
            Name = "Old",
            Entries = 7,
            CurrentLevel = 1,
            PlacesPaid = 2,
            Levels = [new BlindLevel(1, 100, 200, 0, 0), new BlindLevel(2, 200, 400, 0, 0)],
            Payouts = [new Payout(1, 1, 100), new Payout(2, 2, 50)],
            Standings = [new ChipStanding(1, "Bea", null, 900), new ChipStanding(0, "Ada", "GB", null, "7")],
        }, options => options.WithStrictOrdering());
    }

    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("\"[]\"")]
    public async Task Json_that_is_no_list_says_nothing(string json)
    {
        await _table.Database.ExecuteAsync($"INSERT INTO tournaments (name, event_code, blinds_json, payouts_json, standings_json) VALUES ('Old', 'OLD', '{json}', '{json}', NULL)");

        var facts = await FindAsync("OLD");

        facts!.Levels.Should().BeEmpty();
        facts.Payouts.Should().BeEmpty();
        facts.Standings.Should().BeEmpty();
        (await FindAsync("NEW")).Should().BeNull();
    }

    [Test]
    public async Task Those_are_running_that_are_played_or_paused_and_v1s_with_players_left()
    {
        await _table.TakeAsync("tournament_data.csv", Exports.Tournaments(
            Exports.Winter(status: "paused"),
            "13,Summer Opener,500,,10000,0,5,5,,upcoming",
            "14,Autumn Closer,500,,10000,0,1,5,,done"));
        await _table.Database.ExecuteAsync("INSERT INTO tournaments (name, event_code, remaining_players) VALUES ('Old', 'OLD', 3), ('Older', 'OLDER', 0)");

        (await _table.ReadAsync<TournamentReader, IReadOnlyList<TournamentFacts>>(reader => reader.RunningAsync(CancellationToken.None)))
            .Select(facts => facts.Name).Should().Equal("Old", "Winter Classic");
    }

    private Task<TournamentFacts?> FindAsync(string code)
        => _table.ReadAsync<TournamentReader, TournamentFacts?>(reader => reader.FindAsync(code, CancellationToken.None));
}
