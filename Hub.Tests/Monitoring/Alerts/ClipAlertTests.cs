using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Contracts.Render;
using Hub.Tests.Support;

namespace Hub.Tests.Monitoring.Alerts;

/// <summary>What Monitoring makes of Render's events.</summary>
internal sealed class ClipAlertTests
{
    private TestDatabase _database = null!;
    private AlertHub _hub = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _database = await AlertBook.CreateDatabaseAsync();
        _hub = await AlertHub.StartAsync(_database);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _hub.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_hundred_clips_that_fail_for_one_reason_are_one_alert()
    {
        await _hub.PublishAsync(Enumerable.Range(1, 100).Select(id => new RenderFailed { InstructionId = id, Attempt = 4, TemplateName = "Elimination", Reason = "No layer 'Rank'." }));

        await Eventually.BecomesTrueAsync("all are counted", async () => await _hub.ListAsync() is [{ } alert] && (long)alert["count"]! == 100);
        var failed = (await _hub.ListAsync())[0]!;
        new[] { "code", "severity", "subject" }.Select(field => (string)failed[field]!).Should().Equal(AlertCodes.RenderFailed, "Warning", "Elimination");
        ((string)failed["text"]!).Should().MatchRegex(@"^Instruction \d+ was given up: No layer 'Rank'\.");
    }

    [Test]
    public async Task Clips_that_took_too_long_are_told_apart_from_those_that_failed()
    {
        await _hub.PublishAsync([new RenderFailed { InstructionId = 1, Attempt = 4, TemplateName = "Elimination", Reason = "Too late.", IsTimedOut = true }]);

        await _hub.AlertsBecomeAsync(1, $"?code={AlertCodes.RenderTimedOut}");
    }

    [Test]
    public async Task A_clip_taken_from_a_lost_worker_is_worth_knowing()
    {
        await _hub.PublishAsync(
            [new RenderAttemptLost { CorrelationId = Guid.NewGuid(), InstructionId = 7, Attempt = 1, ClaimId = Guid.NewGuid(), Worker = "pc-2/4711", IsCharged = true, Reason = "Worker pc-2/4711 is gone." }]);

        await _hub.AlertsBecomeAsync(1, $"?code={AlertCodes.RenderRecovered}");
        var alert = (await _hub.ListAsync())[0]!;
        new[] { "severity", "subject", "text" }.Select(field => (string)alert[field]!)
            .Should().Equal("Information", "pc-2", "Instruction 7 lost its worker pc-2/4711 and goes to another one. Worker pc-2/4711 is gone.");
    }
}
