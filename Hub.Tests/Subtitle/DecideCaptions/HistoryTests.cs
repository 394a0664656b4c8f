using System.Text.Json;
using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.DecideCaptions;

/// <summary>What captions become of any history of hands, whatever the order in which word of it arrives.</summary>
internal sealed class HistoryTests
{
    private const int Hands = 24;

    private TestDatabase _database = null!;
    private SubtitleHost _host = null!;
    private SubtitleHost _second = null!;
    private long _session = SomeHand.Session + 1_000;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await SubtitleHost.CreateDatabaseAsync();
        _host = await SubtitleHost.StartAsync(_database);
        _second = await SubtitleHost.StartAsync(_database, before: _host);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _second.DisposeAsync();
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [SetUp]
    public void BeginSessions() => _session += 10;

    [TestCaseSource(typeof(Seeds), nameof(Seeds.UpTo), new object[] { 2, 5 })]
    public async Task Any_order_of_arrival_on_two_hosts_ends_in_the_same_captions(int seed)
    {
        var (inOrder, shuffled) = (_session, _session + 1);
        var history = new RandomHistory(seed, inOrder, Hands).Events;
        var arrivals = new RandomHistory(seed, shuffled, Hands).Events.ToArray();
        new Random(seed).Shuffle(arrivals);

        await _host.HappenAsync(history);
        await Task.WhenAll(_host.HappenAsync(arrivals.Take(arrivals.Length / 2)), _second.HappenAsync(arrivals.Skip(arrivals.Length / 2)));
        await _host.DecidedAsync(history.Count, inOrder);
        await _host.DecidedAsync(history.Count, shuffled);

        Texts(_host.Requests(shuffled)).Should().Equal(Texts(_host.Requests(inOrder)), "every revision is the same");
    }

    [TestCaseSource(typeof(Seeds), nameof(Seeds.UpTo), new object[] { 4, 8 })]
    public async Task What_is_wanted_in_the_end_is_what_a_quiet_read_would_have_asked_for(int seed)
    {
        var (lively, quiet) = (_session, _session + 1);
        var history = new RandomHistory(seed, lively, Hands);
        var outcome = history.Outcome(quiet);

        await _host.HappenAsync(history.Events);
        await _second.HappenAsync(outcome);
        await _host.DecidedAsync(history.Events.Count, lively);
        await _host.DecidedAsync(outcome.Count, quiet);

        var wanted = _host.Captions(lively).Where(caption => caption.WithdrawnBecause is null).Select(caption => caption with { Revision = 1 }).ToList();
        Texts(wanted).Should().Equal(Texts(_host.Captions(quiet)));
        wanted.Should().Contain(caption => caption.TriggerType == "player_eliminated", "or the history is too tame");
        _host.Captions(lively).Should().Contain(caption => caption.WithdrawnBecause != null, "or the history is too tame");
    }

    private static IEnumerable<string> Texts(IEnumerable<RequestRender> requests) => requests
        .Select(request => $"{SubtitleHost.Key(request)} {request.Revision:00} {request.WithdrawnBecause}"
            + JsonSerializer.Serialize(new SortedDictionary<string, string>(request.Fields.ToDictionary(), StringComparer.Ordinal)))
        .Order(StringComparer.Ordinal);
}
