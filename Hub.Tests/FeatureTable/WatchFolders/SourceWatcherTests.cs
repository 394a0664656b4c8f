using FluentAssertions;
using Hub.Modules.Kernel;
using Hub.Tests.FeatureTable.Hosting;
using Hub.Tests.FeatureTable.Samples;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.FeatureTable.WatchFolders;

internal sealed class SourceWatcherTests
{
    private TestDatabase _database = null!;
    private SourceFolder _source = null!;

    [SetUp]
    public async Task CreateAsync()
    {
        _database = await FeatureTableHost.CreateDatabaseAsync();
        _source = new SourceFolder();
    }

    [TearDown]
    public async Task DropAsync()
    {
        _source.Dispose();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Hands_found_at_the_first_read_are_backlog_and_hands_that_appear_later_are_live()
    {
        _source.Write(SampleExport.WithOrdinaryHands(9));
        await using var host = await FeatureTableHost.StartAsync(_database, _source.Folder);
        await HandsBecomeAsync(9);

        _source.Write(SampleExport.WithOrdinaryHands(11));
        await HandsBecomeAsync(11);

        (await _database.ScalarAsync<string>("SELECT string_agg(hand_number::text, ' ' ORDER BY hand_number) FROM hands WHERE NOT is_backlog")).Should().Be("10 11");
        await Eventually.BecomesTrueAsync("all hands were announced", () => Task.FromResult(host.Captured.Count == 11));
        host.Captured.Where(hand => !hand.IsBacklog).Select(hand => hand.HandNumber).Should().BeEquivalentTo([10, 11]);
        host.Captured.Should().OnlyContain(hand => hand.TableName == "Table 1");
    }

    [Test]
    public async Task A_file_that_is_being_written_is_read_when_it_is_whole()
    {
        await using var host = await FeatureTableHost.StartAsync(_database, _source.Folder);
        var export = SampleExport.WithOrdinaryHands(6);
        var bytes = export.ToBytes();
        await using (var file = new FileStream(_source.PathOf(export), FileMode.Create, FileAccess.Write, FileShare.Read))
        {
            foreach (var part in bytes[..^1].Chunk(bytes.Length / 8))
            {
                await file.WriteAsync(part);
                await file.FlushAsync();
                await LooksPassAsync(2);
                (await CountAsync("hands")).Should().Be(0);
            }

            await file.WriteAsync(bytes.AsMemory(bytes.Length - 1));
        }

        await HandsBecomeAsync(6);
        (await CountAsync("feature_table.source_file WHERE state = 'bad'")).Should().Be(0);
    }

    [Test]
    public async Task A_shorter_copy_in_another_folder_and_a_touched_file_change_nothing()
    {
        _source.Write(SampleExport.WithOrdinaryHands(8));
        await using var host = await FeatureTableHost.StartAsync(_database, _source.Folder);
        await HandsBecomeAsync(8);

        _source.Write(SampleExport.WithOrdinaryHands(3), day: "an early copy");
        File.SetLastWriteTimeUtc(_source.PathOf(SampleExport.WithOrdinaryHands(8)), new DateTime(2026, 3, 8, 1, 2, 3, DateTimeKind.Utc));
        await NothingIsUnreadAsync(host);

        (await CountAsync("hands")).Should().Be(8);
        (await CountAsync("feature_table.source_file WHERE state = 'read'")).Should().Be(2);
    }

    [Test]
    public async Task After_a_restart_what_was_done_is_not_read_again_and_what_came_in_between_is_live()
    {
        var done = SampleExport.WithOrdinaryHands(3, id: 639084204000000001);
        _source.Write(SampleExport.WithOrdinaryHands(8));
        _source.Write(done);
        await using (var host = await FeatureTableHost.StartAsync(_database, _source.Folder))
            await NothingIsUnreadAsync(host);
        var checkedAt = await CheckedAtAsync(done);

        _source.Write(SampleExport.WithOrdinaryHands(9));
        await using (var host = await FeatureTableHost.StartAsync(_database, _source.Folder))
            await NothingIsUnreadAsync(host);

        (await CountAsync("hands")).Should().Be(12);
        (await CheckedAtAsync(done)).Should().Be(checkedAt);
        (await _database.ScalarAsync<string>("SELECT string_agg(hand_number::text, ' ' ORDER BY hand_number) FROM hands WHERE NOT is_backlog")).Should().Be("9");
    }

    [Test]
    public async Task A_bad_file_is_reported_with_reason_and_position_beside_a_good_one_and_read_once_it_is_mended()
    {
        var sound = SampleExport.WithOrdinaryHands(4);
        var bad = _source.Write("PGFX_cut.json", sound.ToText()[..900]);
        _source.Write("PGFX_nonsense.json", "{\"ID\":1,\"Type\":\"FEATURE_TABLE\"}");
        _source.Write(sound);
        await using var host = await FeatureTableHost.StartAsync(_database, _source.Folder);

        await NothingIsUnreadAsync(host);
        (await CountAsync("hands")).Should().Be(4);
        (await _database.ScalarAsync<string>("SELECT last_error FROM feature_table.source_file WHERE path = 'PGFX_cut.json'")).Should().Contain("line 1, byte 9").And.Contain("broken or incomplete");
        (await _database.ScalarAsync<string>("SELECT last_error FROM feature_table.source_file WHERE path = 'PGFX_nonsense.json'")).Should().Contain("$.Hands: is missing");

        await File.WriteAllBytesAsync(bad, SampleExport.WithOrdinaryHands(3, id: 639084204000000002).ToBytes());
        await HandsBecomeAsync(7);
    }

    [Test]
    public async Task A_bad_hand_is_noted_with_the_file_and_the_others_go_in()
    {
        var broken = SampleHand.Ordinary(2).ToJson();
        broken["Duration"] = "soon";
        _source.Write(SampleExport.WithOrdinaryHands(1).WithRaw(broken).With(SampleHand.Ordinary(3)));
        await using var host = await FeatureTableHost.StartAsync(_database, _source.Folder);

        await NothingIsUnreadAsync(host);

        (await CountAsync("hands")).Should().Be(2);
        (await _database.ScalarAsync<string>("SELECT problems[1] FROM feature_table.source_file")).Should().Contain("hand 2").And.Contain("$.Hands[1].Duration");
    }

    [Test]
    public async Task Two_hosts_on_one_folder_store_each_hand_once_and_the_second_goes_on_when_the_first_stops()
    {
        _source.Write(SampleExport.WithOrdinaryHands(30));
        await using var first = await FeatureTableHost.StartAsync(_database, _source.Folder);
        await using var second = await FeatureTableHost.StartAsync(_database, _source.Folder);
        await HandsBecomeAsync(30);

        await first.DisposeAsync();
        _source.Write(SampleExport.WithOrdinaryHands(31));
        await HandsBecomeAsync(31);

        await Eventually.BecomesTrueAsync("every hand was announced", () => Task.FromResult(Announced(first, second).Distinct().Count() == 31));
        Announced(first, second).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task A_folder_that_is_not_there_holds_up_no_other_and_is_watched_when_it_comes_back()
    {
        using var missing = new SourceFolder("Table 2");
        var away = missing.Folder + " (away)";
        missing.Write(SampleExport.WithOrdinaryHands(2, id: 639084204000000003));
        Directory.Move(missing.Folder, away);
        _source.Write(SampleExport.WithOrdinaryHands(3));
        await using var host = await FeatureTableHost.StartAsync(_database, missing.Folder, _source.Folder);

        await HandsBecomeAsync(3);
        await Eventually.BecomesTrueAsync("the folder counts as unread, for nobody knows what is in it", async () => await UnreadAsync(host) == 1);

        Directory.Move(away, missing.Folder);
        await HandsBecomeAsync(5);
    }

    [Test]
    public async Task Files_of_other_names_and_links_out_of_the_folder_are_left_alone()
    {
        using var elsewhere = new SourceFolder("Elsewhere");
        elsewhere.Write(SampleExport.WithOrdinaryHands(2, id: 639084204000000004));
        Directory.CreateSymbolicLink(Path.Combine(_source.Folder, "link"), elsewhere.Folder);
        _source.Write("readme.json", "{}");
        _source.Write("PGFX_live_data_export.txt", "GAME");
        _source.Write(SampleExport.WithOrdinaryHands(1));
        await using var host = await FeatureTableHost.StartAsync(_database, _source.Folder);

        await NothingIsUnreadAsync(host);

        (await CountAsync("hands")).Should().Be(1);
        (await CountAsync("feature_table.source_file")).Should().Be(1);
    }

    [Test]
    public async Task A_table_that_is_being_played_does_not_wait_for_folders_full_of_old_days()
    {
        for (var day = 1; day <= 60; day++)
            _source.Write(SampleExport.WithOrdinaryHands(5, id: 639084204000001000 + day), day: $"old day {day}");
        await using var host = await FeatureTableHost.StartAsync(_database, _source.Folder);
        await Eventually.BecomesTrueAsync("the first old days are read", async () => await CountAsync("feature_table.source_file") > 0);

        _source.Write(SampleExport.WithOrdinaryHands(1, id: 639084204000002000), day: "today");
        await Eventually.BecomesTrueAsync("the hand just played is stored", async () => await CountAsync("hands WHERE session_id = 639084204000002000") == 1);

        (await UnreadAsync(host)).Should().BeGreaterThan(5);
    }

    private static IEnumerable<int> Announced(params FeatureTableHost[] hosts) => hosts.SelectMany(host => host.Captured).Select(hand => hand.HandNumber);

    private static async Task<long> UnreadAsync(FeatureTableHost host)
        => await host.Services.GetServices<IPendingWork>().Single(work => work.Name == "unread files").CountAsync(CancellationToken.None);

    private static Task NothingIsUnreadAsync(FeatureTableHost host)
        => Eventually.BecomesTrueAsync("no file is unread", async () => await UnreadAsync(host) == 0);

    private Task HandsBecomeAsync(long count)
        => Eventually.BecomesTrueAsync($"{count} hands are stored", async () => await CountAsync("hands") == count);

    private async Task<long> CountAsync(string from) => await _database.ScalarAsync<long>($"SELECT count(*) FROM {from}");

    private async Task<DateTime> CheckedAtAsync(SampleExport export)
        => await _database.ScalarAsync<DateTime>($"SELECT checked_at FROM feature_table.source_file WHERE path LIKE '%{export.FileName}'");

    /// <summary>A look takes an interval of 50 ms and a pause of 30 ms at most.</summary>
    private static Task LooksPassAsync(int count) => Task.Delay(TimeSpan.FromMilliseconds(80 * count));
}
