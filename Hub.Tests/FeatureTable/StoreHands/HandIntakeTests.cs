using FluentAssertions;
using Hub.Modules.FeatureTable.StoreHands;
using Hub.Tests.FeatureTable.Hosting;
using Hub.Tests.FeatureTable.Samples;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.FeatureTable.StoreHands;

internal sealed class HandIntakeTests
{
    private const string PlainId = "FEATURE_TABLE_639084204000000000";
    private TestDatabase _database = null!;
    private FeatureTableHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await FeatureTableHost.CreateDatabaseAsync();
        _host = await FeatureTableHost.StartAsync(_database);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [SetUp]
    public Task EmptyAsync() => _database.ExecuteAsync("TRUNCATE public.hands, feature_table.session, feature_table.source_file");

    [Test]
    public async Task A_hand_taken_in_has_everything_v1_reads()
    {
        await TakeInAsync(SampleExport.Session().With(SampleHand.Ordinary(12).Lasting("PT2M5.9S")));

        (await RowsAsync("table_id || ' ' || hand_number || ' ' || source || ' ' || pot_size || ' ' || winner || ' ' || duration_seconds || ' ' || (hand_rank IS NULL)"))
            .Should().Equal($"{PlainId} 12 rfid 1300 Player 2 125 true");
        (await RowsAsync("(players_json -> 0 ->> 'seat') || ' ' || (players_json -> 0 ->> 'name') || ' ' || (players_json -> 0 ->> 'stack') || ' ' || (players_json -> 0 -> 'hole_cards')"))
            .Should().Equal("2 Player 2 20900 [\"As\", \"Kd\"]");
        (await RowsAsync("(players_json::text LIKE '%null%')::text || (actions_json -> 0)::text")).Should().Equal("false{\"pot\": 900, \"seat\": 2, \"action\": \"bet\", \"amount\": 900}");
    }

    [Test]
    public async Task Hands_get_the_next_sequence_of_their_session_over_several_batches()
    {
        await TakeInAsync(SampleExport.WithOrdinaryHands(10));
        await TakeInAsync(SampleExport.WithOrdinaryHands(16));

        (await RowsAsync("sequence || '=' || hand_number")).Should().Equal(Enumerable.Range(1, 16).Select(number => $"{number}={number}"));
    }

    [Test]
    public async Task Each_hand_is_announced_once_with_its_facts()
    {
        const long Session = 639084204000000777;
        await TakeInAsync(SampleExport.WithOrdinaryHands(9, Session));
        await TakeInAsync(SampleExport.WithOrdinaryHands(9, Session));
        await TakeInAsync(SampleExport.WithOrdinaryHands(10, Session), replaces: SampleExport.WithOrdinaryHands(9, Session));

        await Eventually.BecomesTrueAsync("ten hands were announced", () => Task.FromResult(Announced(Session).Length >= 10));

        Announced(Session).Select(hand => hand.Sequence).Should().BeEquivalentTo(Enumerable.Range(1, 10));
        var last = Announced(Session).Single(hand => hand.Sequence == 10);
        last.Should().BeEquivalentTo(new { HandNumber = 10, TableName = "Table 1", IsBacklog = false, WasPlayed = true, Pot = 1300L, BigBlind = 400L, Revision = 1 });
        last.Players.Select(player => (player.Seat, player.IsWinner, player.HasFolded)).Should().Equal((2, true, false), (3, false, true), (4, false, true));
    }

    [Test]
    public async Task A_second_hand_with_the_number_of_another_is_kept_beside_it()
    {
        var later = SampleHand.Ordinary(2).At(new DateTimeOffset(2026, 3, 7, 12, 6, 30, TimeSpan.Zero));
        await TakeInAsync(SampleExport.Session().With(SampleHand.Ordinary(1), SampleHand.Ordinary(2), later, SampleHand.Ordinary(3)));
        await TakeInAsync(SampleExport.Session().With(SampleHand.Ordinary(1), SampleHand.Ordinary(2), later, SampleHand.Ordinary(3)));

        (await RowsAsync("hand_number || ' ' || table_id")).Should().Equal($"1 {PlainId}", $"2 {PlainId}", $"2 {PlainId}~2", $"3 {PlainId}");
    }

    [Test]
    public async Task The_hand_that_started_first_has_the_plain_id_even_if_it_was_found_last()
    {
        var starts = Enumerable.Range(0, 3).Select(minute => new DateTimeOffset(2026, 3, 7, 13, minute, 0, TimeSpan.Zero)).ToArray();
        foreach (var start in starts.Reverse())
            await TakeInAsync(SampleExport.Session().With(SampleHand.Ordinary(5).At(start)));

        (await RowsAsync("to_char(started_at AT TIME ZONE 'UTC', 'MI') || ' ' || table_id", order: "started_at")).Should().Equal($"00 {PlainId}", $"01 {PlainId}~2", $"02 {PlainId}~3");
    }

    [Test]
    public async Task A_hundred_nanoseconds_make_another_hand()
    {
        var start = new DateTimeOffset(2026, 3, 7, 12, 0, 0, TimeSpan.Zero).AddTicks(1);
        await TakeInAsync(SampleExport.Session().With(SampleHand.Ordinary(1).At(start), SampleHand.Ordinary(1).At(start.AddTicks(1))));

        (await RowsAsync("start_ticks::text")).Should().Equal($"{start.UtcTicks}", $"{start.UtcTicks + 1}");
    }

    [Test]
    public async Task The_last_hand_written_again_in_the_same_file_updates_its_row()
    {
        var written = SampleExport.WithOrdinaryHands(2);
        await TakeInAsync(written);
        await TakeInAsync(SampleExport.Session().With(SampleHand.Ordinary(1), SampleHand.PutBack(2)), replaces: written);

        (await RowsAsync("hand_number || ' revision ' || revision || ' ' || jsonb_array_length(warnings_json)")).Should().Equal("1 revision 1 0", "2 revision 2 1");
    }

    [Test]
    public async Task A_copy_with_more_hands_updates_a_row_and_one_with_fewer_never_does()
    {
        var early = SampleExport.Session().With(SampleHand.Ordinary(1), SampleHand.Ordinary(2));
        var later = SampleExport.Session().With(SampleHand.Ordinary(1), SampleHand.PutBack(2), SampleHand.Ordinary(3));
        await TakeInAsync(early);
        await TakeInAsync(later);
        await TakeInAsync(early);
        await TakeInAsync(early, replaces: later);

        (await RowsAsync("hand_number || ' revision ' || revision || ' ' || jsonb_array_length(warnings_json)")).Should().Equal("1 revision 1 0", "2 revision 2 1", "3 revision 1 0");
    }

    [Test]
    public async Task A_row_that_a_v1_client_wrote_keeps_its_id_and_the_hand_takes_the_next()
    {
        await _database.ExecuteAsync($"INSERT INTO hands (table_id, hand_number, source) VALUES ('{PlainId}', 1, 'manual')");
        await TakeInAsync(SampleExport.WithOrdinaryHands(1));

        (await RowsAsync("source || ' ' || table_id")).Should().Equal($"manual {PlainId}", $"rfid {PlainId}~2");
    }

    [Test]
    public async Task Hosts_that_take_in_the_same_hands_at_once_store_each_once()
    {
        var export = SampleExport.WithOrdinaryHands(60);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => TakeInAsync(export))));

        (await RowsAsync("sequence || '=' || hand_number", order: "sequence")).Should().Equal(Enumerable.Range(1, 60).Select(number => $"{number}={number}"));
        (await _database.ScalarAsync<long>("SELECT last_sequence FROM feature_table.session")).Should().Be(60);
    }

    [Test]
    public async Task A_long_list_of_winners_is_cut_to_what_v1_can_hold()
    {
        var name = new string('가', 60);
        await TakeInAsync(SampleExport.Session().With(SampleHand.Number(1)
            .Seat(2, 9000, 9000, "Ah Kd", name).Seat(4, 9000, 9000, "As Kc", name + "!").Blinds(100, at: 2, 200, bigAt: 4)
            .Play("2 calls 200, 4 checks, board Ac Kh 2s, 4 checks, 2 checks, board 3s, 4 checks, 2 checks, board 9h, 4 checks, 2 checks")));

        (await RowsAsync("winner")).Should().Equal($"{name}, {new string('가', 37)}…");
    }

    [Test]
    public async Task Names_of_any_script_are_kept_and_a_null_character_is_replaced()
    {
        await TakeInAsync(SampleExport.Session().With(SampleHand.Ordinary(1).Seat(2, 20_000, 20_900, "As Kd", "Жук 🂡 \"김\" \0!")));

        (await RowsAsync("winner")).Should().Equal("Жук 🂡 \"김\" \uFFFD!");
    }

    private async Task TakeInAsync(SampleExport export, SampleExport? replaces = null)
        => await _host.Services.GetRequiredService<HandIntake>().TakeInAsync(export.ToCopy(1, replaces), CancellationToken.None);

    private Hub.Contracts.FeatureTable.HandCaptured[] Announced(long session) => [.. _host.Captured.Where(hand => hand.SessionId == session)];

    private async Task<IReadOnlyList<string>> RowsAsync(string expression, string order = "id")
    {
        await using var command = _database.DataSource.CreateCommand($"SELECT {expression} FROM hands ORDER BY {order}");
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
