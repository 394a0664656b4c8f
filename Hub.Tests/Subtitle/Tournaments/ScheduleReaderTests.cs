using FluentAssertions;
using Hub.Modules.Subtitle;
using Hub.Modules.Subtitle.Tournaments;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Subtitle.Tournaments;

internal sealed class ScheduleReaderTests
{
    private TournamentTable _table = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _table = await TournamentTable.CreateAsync();
        await _table.TakeAsync("broadcast_schedule.csv", Exports.Schedule);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await _table.DisposeAsync();

    [TestCase("2026-12-01T08:00Z", "Asia/Seoul", "Winter Classic Day 1", "Winter Classic Day 2")]
    [TestCase("2026-12-01T08:59Z", "Asia/Seoul", "Winter Classic Day 1", "Winter Classic Day 2", Description = "17:59 there: it starts late")]
    [TestCase("2026-12-01T09:01Z", "Asia/Seoul", "Winter Classic Day 2")]
    [TestCase("2026-12-02T01:29Z", "America/Los_Angeles", "Winter Classic Day 1", "Winter Classic Day 2", Description = "17:29 the day before")]
    [TestCase("2026-12-03T12:00Z", "Asia/Seoul")]
    public async Task Broadcasts_are_to_come_by_the_venues_clock_each_programme_once(string now, string zone, params string[] titles)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        await using var database = ManualTables.Open(_table.Database);

        var broadcasts = await new ScheduleReader(database, Options.Create(new SubtitleOptions { TimeZone = zone }), clock).ReadAsync(CancellationToken.None);

        broadcasts.Select(broadcast => broadcast.EventTitle).Should().Equal(titles);
        broadcasts.Should().BeInAscendingOrder(broadcast => broadcast.Date);
    }

    [Test]
    public async Task A_time_zone_that_nobody_knows_stops_the_start()
        => await FluentActions.Awaiting(() => SubtitleHost.StartAsync(_table.Database, before: null, ("Subtitle:TimeZone", "Mars/Olympus")))
            .Should().ThrowAsync<OptionsValidationException>().WithMessage("*Subtitle:TimeZone = 'Mars/Olympus'*");
}
