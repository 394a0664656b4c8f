using FluentAssertions;

namespace Hub.Tests.Subtitle.Tournaments;

/// <summary>What the files make of v1's table, and what happens meanwhile.</summary>
internal sealed class TournamentImportTests
{
    private TournamentTable _table = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _table = await TournamentTable.CreateAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _table.DisposeAsync();

    [SetUp]
    public Task EmptyAsync() => _table.EmptyAsync();

    [Test]
    public async Task A_tournament_has_v1s_shape()
    {
        await TakeAllAsync(Exports.All.Keys);

        (await _table.WinterAsync("to_jsonb(tournaments) - 'id' - 'created_at' - 'updated_at' - 'blinds_json' - 'payouts_json' - 'standings_json' - 'event_code'")).Should().Be(
            """{"name": "Winter Classic", "buy_in": 1500, "source": "csv", "end_date": null, "event_type": "HOLDEM", "prize_pool": 1625400, "start_date": null, "places_paid": 15, "current_level": 9, "total_entries": 1204, "remaining_players": 120, "current_blinds_json": {"ante": 2000, "level": 9, "big_blind": 2000, "small_blind": 1000, "duration_minutes": 40}}""");
        (await _table.WinterAsync("blinds_json")).Should().Be(
            """[{"ante": 2000, "level": 9, "big_blind": 2000, "small_blind": 1000, "duration_minutes": 40}, {"ante": 3000, "level": 10, "big_blind": 3000, "small_blind": 1500, "duration_minutes": 40}]""");
        (await _table.WinterAsync("payouts_json")).Should().Be(
            """[{"amount": 500000, "position": 1, "percentage": 25.5}, {"amount": 300000, "position": 2}, {"amount": 20000, "position": 3, "position_end": 15}]""");
        (await _table.WinterAsync("standings_json")).Should().Be(
            """[{"name": "김민서", "rank": 1, "seat": 7, "chips": 1620000, "table_id": "Amazon 4", "nationality": ""}, {"name": "Ada King", "rank": 2, "seat": 3, "chips": 900000, "table_id": "Amazon 4", "nationality": ""}, {"name": "Bea Lind", "rank": 2, "chips": 900000, "nationality": ""}]""");
    }

    /// <summary>Every order at night, one of so many else.</summary>
    [TestCase(7)]
    [TestCase(1, Category = "Long")]
    public async Task Any_order_of_arrival_ends_in_the_same_rows(int oneOf)
    {
        await TakeAllAsync(Exports.All.Keys);
        var expected = await _table.EverythingAsync();

        foreach (var order in Permutations([.. Exports.All.Keys]).Where((_, index) => index % oneOf == 0))
        {
            await _table.EmptyAsync();
            await TakeAllAsync(order);
            (await _table.EverythingAsync()).Should().Be(expected, "the order was {0}", string.Join(", ", order));
        }
    }

    [Test]
    public async Task A_row_that_a_v1_client_made_is_taken_over_and_keeps_what_no_file_says()
    {
        await _table.Database.ExecuteAsync($"INSERT INTO tournaments (name, event_code, event_type, payouts_json, places_paid, buy_in) VALUES ('Classic', '{TournamentTable.WinterCode}', 'PLO', '[1]', 7, NULL)");

        await _table.PlayAsync();

        (await _table.WinterAsync("concat_ws('|', name, event_type, payouts_json, places_paid, buy_in)")).Should().Be("Winter Classic|PLO|[1]|7|1500");
    }

    [Test]
    public async Task What_is_gone_from_a_file_is_gone_from_the_tournaments_it_names()
    {
        await TakeAllAsync(Exports.All.Keys);

        await _table.TakeAsync("blind_structure.csv", "tournament_number,level,small_blind,big_blind,duration_minutes\n12,10,1500,3000,40\n");

        (await _table.WinterAsync("jsonb_path_query_array(blinds_json, '$[*].level')")).Should().Be("[10]");
        (await _table.WinterAsync("current_blinds_json")).Should().BeNull();
        (await _table.ReportAsync("blind_structure.csv", "removed_entries")).Should().Be("2");
        (await _table.Database.ScalarAsync<string>("SELECT (blinds_json->0->'level')::text FROM tournaments WHERE event_code LIKE '%_E13_ME'")).Should().Be("1", "the file does not name tournament 13");
    }

    [TestCase("tournament_number,level,small_blind,big_blind,duration_minutes\n", TestName = "No rows")]
    [TestCase("", TestName = "Nothing")]
    [TestCase("tournament_number,level\n12,9\n", TestName = "Lacks columns")]
    [TestCase("tournament_number,level,small_blind,big_blind,duration_minutes\n12,9,x,2000,40\n12,x,1,2,40\n", TestName = "No good row")]
    public async Task A_file_that_says_nothing_takes_nothing_away(string text)
    {
        await TakeAllAsync(Exports.All.Keys);
        var before = await _table.EverythingAsync();

        await _table.TakeAsync("blind_structure.csv", text);

        (await _table.EverythingAsync()).Should().Be(before);
        (await _table.ReportAsync("blind_structure.csv", "coalesce(last_error, problems::text)")).Should().NotBeNullOrEmpty().And.NotBe("[]");
    }

    [Test]
    public async Task A_bad_row_keeps_what_it_said_and_the_good_ones_go_in()
    {
        await TakeAllAsync(Exports.All.Keys);

        await _table.TakeAsync("payout_structure.csv", "tournament_number,place_start,place_end,amount\n12,1,1,lots\n12,2,2,310000\n");

        (await _table.WinterAsync("payouts_json")).Should().Be("""[{"amount": 500000, "position": 1, "percentage": 25.5}, {"amount": 310000, "position": 2}]""");
        (await _table.ReportAsync("payout_structure.csv", "problems")).Should().Be(
            """[{"line": 2, "value": "lots", "column": "amount", "reason": "is no whole number", "allowed": "a whole number from 0 to 9223372036854775807"}]""");
        (await _table.ReportAsync("payout_structure.csv", "concat_ws(' ', rows, refused_rows, removed_entries)")).Should().Be("1 1 1");
    }

    [Test]
    public async Task A_row_that_could_be_any_keeps_all_that_the_others_do_not_contradict()
    {
        await TakeAllAsync(Exports.All.Keys);

        await _table.TakeAsync("payout_structure.csv", "tournament_number,place_start,place_end,amount\n12,?,9,1\n12,2,8,50000\n");

        (await _table.WinterAsync("payouts_json")).Should().Be("""[{"amount": 500000, "position": 1, "percentage": 25.5}, {"amount": 50000, "position": 2, "position_end": 8}]""");
    }

    [Test]
    public async Task The_same_content_again_does_nothing()
    {
        await TakeAllAsync(Exports.All.Keys);
        const string Changes = "SELECT string_agg(concat(xmin, updated_at), ',') FROM tournaments";
        var before = await _table.Database.ScalarAsync<string>(Changes);

        await TakeAllAsync(Exports.All.Keys);
        await _table.TakeAsync("tournament_data.csv", Exports.All["tournament_data.csv"] + "\n\n");

        (await _table.Database.ScalarAsync<string>(Changes)).Should().Be(before);
    }

    [Test]
    public async Task A_corrected_name_keeps_the_code_and_a_number_that_was_over_gets_a_new_one()
    {
        await _table.PlayAsync();
        await _table.TakeAsync("tournament_data.csv", Exports.Tournaments(Exports.Winter(name: "Winter Classics Deluxe")));
        (await _table.WinterAsync("name")).Should().Be("Winter Classics Deluxe");

        await _table.TakeAsync("tournament_data.csv", Exports.Tournaments(Exports.Winter(status: "completed")));
        await _table.TakeAsync("tournament_data.csv", Exports.Tournaments(Exports.Winter(name: "Spring Opener", status: "running")));

        (await _table.Database.ScalarAsync<string>("SELECT string_agg(name, ', ' ORDER BY id) FROM tournaments")).Should().Be("Winter Classic, Spring Opener");
        (await _table.MomentsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Nothing_has_happened_at_first_sight()
    {
        await TakeAllAsync(Exports.All.Keys);
        await _table.PlayAsync(left: 10);
        await _table.EmptyAsync();

        await _table.PlayAsync(level: 20, left: 10);
        await _table.TakeAsync("payout_structure.csv", Exports.Payouts);

        (await _table.MomentsAsync()).Should().BeEmpty("it was in the money already when payouts became known");
    }

    [Test]
    public async Task A_day_of_play_is_told_in_moments_each_of_them_once()
    {
        await _table.TakeAsync("payout_structure.csv", Exports.Payouts);
        await _table.PlayAsync(level: 0, left: 0, status: "scheduled");
        await _table.PlayAsync(level: 1, left: 1000);
        await _table.PlayAsync(level: 2, left: 300);
        await _table.PlayAsync(level: 2, left: 200, status: "break");
        await _table.PlayAsync(level: 3, left: 200);
        await _table.PlayAsync(level: 3, left: 15);
        await _table.PlayAsync(level: 2, left: 15);
        await _table.PlayAsync(level: 3, left: 14);

        var moments = (await _table.MomentsAsync()).Split(' ');
        moments.Where(moment => !moment.StartsWith("day/", StringComparison.Ordinal)).Should().BeEquivalentTo("level/1", "level/2", "break/2", "level/3", "itm");
        moments.Should().ContainSingle(moment => moment.StartsWith("day/", StringComparison.Ordinal));
    }

    [TestCase(1.5, "break/9")]
    [TestCase(14, "day/")]
    public async Task A_pause_is_as_long_as_the_files_say(double hours, string expected)
    {
        await _table.PlayAsync(status: "running", hoursAgo: hours + 1);
        await _table.PlayAsync(status: "paused", hoursAgo: hours);
        await _table.PlayAsync(status: "paused", left: 119, hoursAgo: hours / 2);

        await _table.PlayAsync(status: "running");

        (await _table.MomentsAsync()).Should().StartWith(expected);
    }

    [Test]
    public async Task What_cannot_be_noted_has_not_happened_and_happens_once_when_it_can()
    {
        await _table.PlayAsync(level: 9);
        await _table.Database.ExecuteAsync(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$;
            CREATE TRIGGER refuse BEFORE UPDATE ON subtitle.csv_file FOR EACH ROW EXECUTE FUNCTION refuse();
            """);

        await FluentActions.Awaiting(() => _table.PlayAsync(level: 10)).Should().ThrowAsync<Exception>();

        (await _table.MomentsAsync()).Should().BeEmpty();
        (await _table.WinterAsync("current_level")).Should().Be("9");
        await _table.Database.ExecuteAsync("DROP FUNCTION refuse CASCADE");
        await _table.PlayAsync(level: 10);
        await _table.PlayAsync(level: 10);
        (await _table.MomentsAsync()).Should().Be("level/10");
    }

    [Test]
    public async Task Hosts_that_take_in_the_same_file_at_once_do_it_once()
    {
        await _table.PlayAsync(level: 9);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _table.PlayAsync(level: 10)));

        (await _table.MomentsAsync()).Should().Be("level/10");
        (await _table.Database.ScalarAsync<long>("SELECT count(*) FROM tournaments")).Should().Be(1);
    }

    private async Task TakeAllAsync(IEnumerable<string> names)
    {
        foreach (var name in names)
            await _table.TakeAsync(name, Exports.All[name]);
    }

    private static IEnumerable<IReadOnlyList<string>> Permutations(IReadOnlyList<string> names)
        => names.Count <= 1
            ? [names]
            : names.SelectMany(first => Permutations([.. names.Where(name => name != first)]).Select(rest => (IReadOnlyList<string>)[first, .. rest]));
}
