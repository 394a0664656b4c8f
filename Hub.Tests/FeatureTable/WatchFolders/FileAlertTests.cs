using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Modules.FeatureTable.ReadExport;
using Hub.Modules.FeatureTable.StoreHands;
using Hub.Tests.FeatureTable.Hosting;
using Hub.Tests.FeatureTable.Samples;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.FeatureTable.WatchFolders;

/// <summary>What people are told of files and hands.</summary>
internal sealed class FileAlertTests
{
    private TestDatabase _database = null!;
    private SourceFolder _source = null!;
    private FeatureTableHost _host = null!;
    private AlertProbe _alerts = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _database = await FeatureTableHost.CreateDatabaseAsync();
        _source = new SourceFolder();
        _host = await FeatureTableHost.StartAsync(_database, _source.Folder);
        _alerts = await AlertProbe.ListenAsync(_host.Services);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        _source.Dispose();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_bad_file_is_an_alert_until_it_is_mended_however_often_it_is_touched()
    {
        var bad = _source.Write("PGFX_cut.json", SampleExport.WithOrdinaryHands(4).ToText()[..900]);
        var raised = await _alerts.RaisedAsync(AlertCodes.FeatureTableBadFile);
        (raised.Subject, raised.Severity).Should().Be(("Table 1: PGFX_cut.json", AlertSeverity.Warning));
        raised.Text.Should().Contain("broken or incomplete");
        var touched = new DateTime(2026, 3, 8, 1, 2, 3, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(bad, touched);
        await Eventually.BecomesTrueAsync("the touched file is dealt with", async () => await _database.ScalarAsync<long>($"SELECT count(*) FROM feature_table.source_file WHERE modified_ticks = {touched.Ticks}") == 1);

        await File.WriteAllBytesAsync(bad, SampleExport.WithOrdinaryHands(3).ToBytes());

        (await _alerts.ResolvedAsync(AlertCodes.FeatureTableBadFile)).Subject.Should().Be(raised.Subject);
        _alerts.Raised(AlertCodes.FeatureTableBadFile).Should().HaveCount(1);
    }

    [Test]
    public async Task A_folder_that_is_away_is_an_alert_until_it_is_back()
    {
        var elsewhere = $"{_source.Folder} (away)";
        Directory.Move(_source.Folder, elsewhere);
        var raised = await _alerts.RaisedAsync(AlertCodes.FeatureTableFolderAway);
        (raised.Subject, raised.Severity).Should().Be(("Table 1", AlertSeverity.Critical));
        var before = _alerts.Resolved(AlertCodes.FeatureTableFolderAway).Count;

        Directory.Move(elsewhere, _source.Folder);

        await Eventually.BecomesTrueAsync("it is resolved", () => Task.FromResult(_alerts.Resolved(AlertCodes.FeatureTableFolderAway).Count > before));
        _alerts.Raised(AlertCodes.FeatureTableFolderAway).Should().HaveCount(1);
    }

    [Test]
    public async Task Many_bad_hands_of_a_file_are_one_alert_and_hands_that_come_later_none()
    {
        var broken = Enumerable.Range(2, 20).Select(number =>
        {
            var hand = SampleHand.Ordinary(number).ToJson();
            hand["Duration"] = "soon";
            return hand;
        }).ToList();
        var export = broken.Aggregate(SampleExport.WithOrdinaryHands(1), (export, hand) => export.WithRaw(hand));
        _source.Write(export);
        var raised = await _alerts.RaisedAsync(AlertCodes.FeatureTableBadHand);
        raised.Text.Should().StartWith("20 hands cannot be read; the 1 others are stored. ").And.EndWith("and 17 more, see /api/v1/feature-table/files.");

        _source.Write(export.With(SampleHand.Ordinary(30)));
        await Eventually.BecomesTrueAsync("the later hand is stored", async () => await _database.ScalarAsync<long>("SELECT count(*) FROM hands") == 2);
        _source.Write(SampleExport.WithOrdinaryHands(40));

        await _alerts.ResolvedAsync(AlertCodes.FeatureTableBadHand);
        _alerts.Raised(AlertCodes.FeatureTableBadHand).Should().HaveCount(1);
    }

    [Test]
    public async Task Hands_that_share_a_number_or_were_called_off_are_worth_knowing()
    {
        var (off, played) = (SampleHand.NeverPlayed(2), SampleHand.Ordinary(2).At(SampleHand.NeverPlayed(2).Start.AddMinutes(1)));
        await TakeInAsync(SampleExport.Session().With(SampleHand.Ordinary(1), off), modified: 1);
        await TakeInAsync(SampleExport.Session().With(SampleHand.Ordinary(1), played), modified: 2);
        await TakeInAsync(SampleExport.Session().With(SampleHand.Ordinary(1), played, SampleHand.Ordinary(1).At(played.Start.AddMinutes(5))), modified: 3);

        var (calledOff, repeated) = (await _alerts.RaisedAsync(AlertCodes.FeatureTableHandCalledOff), await _alerts.RaisedAsync(AlertCodes.FeatureTableRepeatedNumber));
        calledOff.Should().BeEquivalentTo(new { Severity = AlertSeverity.Information, Subject = "FEATURE_TABLE_639084204000000000 hand 2" });
        calledOff.Text.Should().Contain("~void1");
        repeated.Should().BeEquivalentTo(new { Severity = AlertSeverity.Information, Subject = "FEATURE_TABLE_639084204000000000 hand 1" });
        repeated.Text.Should().Contain("~2");
    }

    private Task<int> TakeInAsync(SampleExport export, long modified)
        => _host.Services.GetRequiredService<HandIntake>().TakeInAsync(
            new ExportCopy { TableName = "Table 1", Export = ExportParser.Parse(export.ToBytes()), ModifiedTicks = modified, ContentHash = $"{modified}", ReplacedHash = modified > 1 ? $"{modified - 1}" : null },
            CancellationToken.None);
}
