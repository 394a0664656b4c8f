using FluentAssertions;
using Hub.Tests.Subtitle.Tournaments;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.WatchCsv;

/// <summary>The module with a folder that it watches.</summary>
internal sealed class CsvFolderWatcherTests
{
    private CsvDrop _drop = null!;
    private TournamentTable _table = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _drop = new CsvDrop();
        _table = await TournamentTable.CreateAsync(_drop.Settings);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _table.DisposeAsync();
        _drop.Dispose();
    }

    [Test]
    public async Task Files_are_taken_in_whatever_their_capitals_and_others_left_alone()
    {
        foreach (var (name, text) in Exports.All)
            _drop.Write(name.ToUpperInvariant(), text);
        _drop.Write("notes.csv", "not for the hub");

        await ReadAsync("tournament_data.csv", "blind_structure.csv", "payout_structure.csv", "player_chips.csv", "broadcast_schedule.csv");

        (await _table.WinterAsync("places_paid")).Should().Be("15");
        (await _table.Host.PendingAsync("unread CSV files")).Should().Be(0);
        (await _table.Database.ScalarAsync<long>("SELECT count(*) FROM subtitle.csv_file")).Should().Be(5);
    }

    [Test]
    public async Task A_changed_file_is_taken_in_and_a_bad_one_stops_no_other()
    {
        _drop.Write("tournament_data.csv", Exports.Tournaments(Exports.Winter(level: 9)));
        _drop.Write("player_chips.csv", "who,what\n1,2\n");
        await BecomesAsync("the bad file is reported", "player_chips.csv", "last_error", error => error?.Contains("tournament_number", StringComparison.Ordinal) == true);

        _drop.Write("tournament_data.csv", Exports.Tournaments(Exports.Winter(level: 10)));
        await Eventually.BecomesTrueAsync("level 10 is known", async () => await _table.WinterAsync("current_level") == "10");

        _drop.Write("player_chips.csv", Exports.Chips);
        await BecomesAsync("the good file is read", "player_chips.csv", "rows", rows => rows == "4");
        (await _table.ReportAsync("player_chips.csv", "last_error")).Should().BeNull();
    }

    [Test]
    public async Task A_torn_file_is_waited_for_and_reported_when_nobody_ends_it()
    {
        _drop.Write("payout_structure.csv", Exports.Payouts);
        _drop.Write("tournament_data.csv", Exports.Tournaments(Exports.Winter()));
        await ReadAsync("payout_structure.csv", "tournament_data.csv");

        _drop.Write("payout_structure.csv", "tournament_number,place_start,place_end,amount\n12,1,1,600000\n12,2,2");
        await BecomesAsync("the torn row is reported", "payout_structure.csv", "refused_rows", rows => rows == "1");

        (await _table.WinterAsync("jsonb_path_query_array(payouts_json, '$[*].amount')")).Should().Be("[600000, 300000, 20000]", "what stood in the torn row may be any of them");
    }

    [Test]
    public async Task A_file_written_in_pieces_is_taken_in_once_it_is_whole()
    {
        var path = Path.Combine(_drop.Folder, "payout_structure.csv");
        var text = Exports.Payouts + "\n";
        for (var written = 0; written < text.Length; written += 25)
        {
            await File.AppendAllTextAsync(path, text.Substring(written, Math.Min(25, text.Length - written)));
            await Task.Yield();
        }

        await BecomesAsync("all three payouts are known", "payout_structure.csv", "rows", rows => rows == "3");
        (await _table.ReportAsync("payout_structure.csv", "refused_rows")).Should().Be("0");
    }

    [Test]
    public async Task A_file_that_is_too_large_is_reported_unread()
    {
        _drop.Write("player_chips.csv", new string('x', 2 * 1024 * 1024));

        await BecomesAsync("the file is reported", "player_chips.csv", "last_error", error => error?.Contains("Subtitle:Csv:MaxFileMegabytes", StringComparison.Ordinal) == true);
        // It may have been looked at while it was still being written.
        await Eventually.BecomesTrueAsync("it counts as dealt with", async () => await _table.Host.PendingAsync("unread CSV files") == 0);
    }

    [Test]
    public async Task Of_two_hosts_one_watches_and_the_other_goes_on_when_it_ends()
    {
        await using var second = await SubtitleHost.StartAsync(_table.Database, before: null, _drop.Settings);
        for (var level = 1; level <= 5; level++)
        {
            _drop.Write("tournament_data.csv", Exports.Tournaments(Exports.Winter(level)));
            var expected = level.ToString(System.Globalization.CultureInfo.InvariantCulture);
            await Eventually.BecomesTrueAsync($"level {level} is known", async () => await _table.WinterAsync("current_level") == expected);
        }

        await _table.Host.DisposeAsync();
        _drop.Write("tournament_data.csv", Exports.Tournaments(Exports.Winter(6)));
        await Eventually.BecomesTrueAsync("the second host knows level 6", async () => await _table.WinterAsync("current_level") == "6");
        (await _table.MomentsAsync()).Should().Be("level/2 level/3 level/4 level/5 level/6");
    }

    private async Task ReadAsync(params string[] files)
    {
        foreach (var file in files)
            await BecomesAsync($"{file} is read", file, "rows", rows => int.Parse(rows ?? "0", System.Globalization.CultureInfo.InvariantCulture) > 0);
    }

    private Task BecomesAsync(string condition, string file, string field, Func<string?, bool> holds)
        => Eventually.BecomesTrueAsync(condition, async () => holds(await _table.ReportAsync(file, field)));
}
