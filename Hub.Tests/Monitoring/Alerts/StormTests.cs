using System.Diagnostics;
using FluentAssertions;
using Hub.Tests.Support;

namespace Hub.Tests.Monitoring.Alerts;

/// <summary>Ten thousand raises at once, as far as they can be taken in.</summary>
[Category("Long")]
internal sealed class StormTests
{
    private const int Raises = 10_000;
    private TestDatabase _database = null!;
    private WebhookSink _sink = null!;
    private AlertHub _hub = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _database = await AlertBook.CreateDatabaseAsync();
        _sink = await WebhookSink.StartAsync();
        _hub = await AlertHub.StartAsync(_database, ("Webhooks:0:Url", _sink.Url));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _hub.DisposeAsync();
        await _sink.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Of_one_subject_they_are_one_row_and_one_message()
    {
        var took = await RaiseAsync(_ => "Elimination", "SELECT coalesce(sum(count), 0) FROM monitoring.alert");

        (await _database.ScalarAsync<long>("SELECT count(*) FROM monitoring.alert")).Should().Be(1);
        _sink.Posts.Should().HaveCount(1);
        took.Should().BeLessThan(TimeSpan.FromMinutes(5));
    }

    [Test]
    public async Task Of_as_many_subjects_they_are_some_hundred_messages()
    {
        await RaiseAsync(each => $"clip {each}", "SELECT count(sent_at) FROM monitoring.alert_delivery");

        _sink.Posts.SelectMany(post => post["alerts"]!.AsArray()).Select(alert => (string)alert!["subject"]!).Should().OnlyHaveUniqueItems().And.HaveCount(Raises);
        _sink.Posts.Should().HaveCountLessThan(Raises / 20);
    }

    private async Task<TimeSpan> RaiseAsync(Func<int, string> subject, string counted)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var batch in Enumerable.Range(0, Raises).Chunk(100))
            await _hub.RaiseAsync(batch.Select(each => AlertHub.Failure(subject(each))));
        await Eventually.BecomesTrueAsync($"{Raises} by '{counted}'", async () => Convert.ToInt64(await _database.ScalarAsync<object>(counted)) == Raises, TimeSpan.FromMinutes(10));
        TestContext.Out.WriteLine($"{Raises} in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        return Stopwatch.GetElapsedTime(started);
    }
}
