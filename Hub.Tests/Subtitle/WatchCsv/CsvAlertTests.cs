using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Tests.Subtitle.Tournaments;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.WatchCsv;

/// <summary>What people are told of WSOP+'s files.</summary>
internal sealed class CsvAlertTests
{
    private const string Header = "tournament_number,place_start,place_end,amount\n";
    private TournamentTable _table = null!;
    private AlertProbe _alerts = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _table = await TournamentTable.CreateAsync();
        _alerts = await AlertProbe.ListenAsync(_table.Host.Services);
    }

    [TearDown]
    public ValueTask StopAsync() => _table.DisposeAsync();

    [Test]
    public async Task Five_hundred_bad_rows_are_one_alert_that_goes_with_them()
    {
        await _table.TakeAsync("payout_structure.csv", Header + string.Concat(Enumerable.Repeat("twelve,1,1,100\n", 500)));

        var raised = await _alerts.RaisedAsync(AlertCodes.SubtitleBadRows);
        (raised.Subject, raised.Severity).Should().Be(("payout_structure.csv", AlertSeverity.Warning));
        raised.Text.Should().StartWith("500 rows were left out; what was known of them before stays. line 2, column tournament_number: 'twelve'");
        await _table.TakeAsync("payout_structure.csv", Header + "12,1,1,100\n");
        await _alerts.ResolvedAsync(AlertCodes.SubtitleBadRows);
        _alerts.Raised(AlertCodes.SubtitleBadRows).Should().HaveCount(1);
    }

    [Test]
    public async Task A_file_that_cannot_be_used_is_an_alert_until_it_can()
    {
        await _table.TakeAsync("payout_structure.csv", "who,what\n1,2\n");
        (await _alerts.RaisedAsync(AlertCodes.SubtitleBadFile)).Text.Should().Contain("tournament_number");

        await _table.TakeAsync("payout_structure.csv", Header + "12,1,1,100\n");

        await _alerts.ResolvedAsync(AlertCodes.SubtitleBadFile);
    }
}
