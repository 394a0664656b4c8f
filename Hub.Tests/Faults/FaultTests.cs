using FluentAssertions;
using Hub.Tests.Faults.Harness;
using Hub.Tests.Faults.Harness.Scenarios;

namespace Hub.Tests.Faults;

/// <summary>Faults in small; <c>./hub bench faults</c> has the same ones with all their figures.</summary>
internal sealed class FaultTests
{
    [Test]
    public Task Workers_are_killed_all_the_time() => SurviveAsync(new KilledWorkers(), new(Jobs: 60, Times: 4));

    private static async Task SurviveAsync(Fault fault, FaultSize size)
    {
        var report = await fault.RunAsync(size, seed: 1, FaultEngineProgram.Command, CancellationToken.None);

        await TestContext.Out.WriteLineAsync($"{report.Injected} × {fault.Title}: {report.Accepted} accepted, {report.Seconds:0} s, recovered in {report.P50:0.0} / {report.Longest:0.0} s\n{string.Join('\n', report.Limits)}\n{string.Join('\n', report.Notes)}");
        report.Limits.Where(limit => !limit.IsMet).Should().BeEmpty();
    }
}
