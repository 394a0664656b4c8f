using FluentAssertions;
using Hub.Modules.FeatureTable.StoreHands;
using Hub.Tests.FeatureTable.Hosting;
using Hub.Tests.FeatureTable.Samples;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.FeatureTable.StoreHands;

/// <summary>Copies of a generated session, found in any order, twice, by two hosts at once, come to what a quiet read of the last file comes to.</summary>
internal sealed class AnyOrderTests
{
    private TestDatabase _quietly = null!;
    private TestDatabase _anyhow = null!;
    private FeatureTableHost _quietHost = null!;
    private FeatureTableHost _host = null!;
    private FeatureTableHost _otherHost = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        (_quietly, _anyhow) = (await FeatureTableHost.CreateDatabaseAsync(), await FeatureTableHost.CreateDatabaseAsync());
        _quietHost = await FeatureTableHost.StartAsync(_quietly);
        _host = await FeatureTableHost.StartAsync(_anyhow);
        _otherHost = await FeatureTableHost.StartAsync(_anyhow);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _quietHost.DisposeAsync();
        await _host.DisposeAsync();
        await _otherHost.DisposeAsync();
        await _quietly.DisposeAsync();
        await _anyhow.DisposeAsync();
    }

    [TestCaseSource(typeof(Seeds), nameof(Seeds.UpTo), new object[] { 16, 40 })]
    public async Task Any_copies_in_any_order_end_in_the_rows_of_a_quiet_read(int seed)
    {
        var random = new Random(seed);
        var session = 639084204000000000 + seed;
        var states = SessionHistory.Make(session, random).States;
        await TakeInAsync(_quietHost, states[^1], states.Count);

        // Some states were never seen, some are found more than once, and the last one is there.
        (SampleExport Export, int Modified)[] copies = [.. states.Index().Select(state => (state.Item, state.Index + 1)).Where(state => state.Item2 == states.Count || random.Next(3) > 0)];
        (SampleExport Export, int Modified)[] found = [.. copies.Concat(copies.Where(_ => random.Next(3) == 0))];
        random.Shuffle(found);
        await Task.WhenAll(
            TakeInAsync(_host, found.Where((_, index) => index % 2 == 0)),
            TakeInAsync(_otherHost, found.Where((_, index) => index % 2 == 1)));

        (await RowsAsync(_anyhow, session)).Should().Equal(await RowsAsync(_quietly, session), "the order was {0}", string.Join(' ', found.Select(copy => copy.Modified)));
        await EventsAreCompleteAsync(session);
    }

    [Test]
    public async Task The_whole_history_in_order_keeps_each_called_off_hand_once([Range(101, 105)] int seed)
    {
        var session = 639084204000000000 + seed;
        var history = SessionHistory.Make(session, new Random(seed));
        for (var state = 0; state < history.States.Count; state++)
            await TakeInAsync(_host, history.States[state], state + 1);

        (await _anyhow.ScalarAsync<long>($"SELECT count(*) FROM hands WHERE session_id = {session} AND called_off_at IS NOT NULL AND table_id LIKE '%~void%'")).Should().Be(history.CalledOff);
        await EventsAreCompleteAsync(session);
    }

    /// <summary>The session's events, whoever sent them, are numbered without a gap, and each hand's revisions are, too.</summary>
    private async Task EventsAreCompleteAsync(long session)
    {
        var last = await _anyhow.ScalarAsync<long>($"SELECT last_sequence FROM feature_table.session WHERE session_id = {session}");
        FeatureTableHost[] hosts = [_host, _otherHost];
        long[] Sequences() =>
        [
            .. hosts.SelectMany(host => host.Captured.Concat(host.Revised).Where(hand => hand.SessionId == session).Select(hand => hand.Sequence)
                .Concat(host.CalledOff.Where(hand => hand.SessionId == session).Select(hand => hand.Sequence))).Order(),
        ];
        await Eventually.BecomesTrueAsync($"all {last} events of the session arrived", () => Task.FromResult(Sequences().Length >= last));
        Sequences().Should().Equal(Enumerable.Range(1, (int)last).Select(sequence => (long)sequence));
        foreach (var hand in hosts.SelectMany(host => host.Captured.Concat(host.Revised)).Where(hand => hand.SessionId == session).GroupBy(hand => hand.StartTicks))
            hand.OrderBy(each => each.Sequence).Select(each => each.Revision).Should().Equal(Enumerable.Range(1, hand.Count()));
    }

    private static async Task TakeInAsync(FeatureTableHost host, IEnumerable<(SampleExport Export, int Modified)> copies)
    {
        foreach (var (export, modified) in copies)
            await TakeInAsync(host, export, modified);
    }

    private static Task<int> TakeInAsync(FeatureTableHost host, SampleExport export, int modified)
        => host.Services.GetRequiredService<HandIntake>().TakeInAsync(export.ToCopy(modified), CancellationToken.None);

    private static async Task<string[]> RowsAsync(TestDatabase database, long session) => await database.ScalarAsync<string[]>(
        $"""
        SELECT array(SELECT concat_ws(' ', table_id, hand_number, start_ticks, winner, pot_size, players_json, actions_json, content_hash, warnings_json)
                     FROM hands WHERE session_id = {session} AND called_off_at IS NULL ORDER BY start_ticks)
        """) ?? [];
}
