using System.Globalization;
using FluentAssertions;
using Hub.Tests.Faults.Harness;
using Hub.Tests.Faults.Harness.Scenarios;

namespace Hub.Tests.Faults;

/// <summary>
/// What the hub promises about itself when processes die between two steps, in small; <c>./hub bench faults</c> tries all faults with their
/// figures. How fast it is back is judged there, too: here other tests run beside.
/// </summary>
internal sealed class FaultTests
{
    [Test]
    public Task Killed_workers_lose_and_double_nothing() => SurviveAsync(new KilledWorkers(), jobs: 40, times: 3);

    [Test]
    public Task A_worker_may_die_at_every_step() => SurviveAsync(new KilledAtPoints(), jobs: 14, times: 1);

    [Test]
    public Task Files_and_results_of_zombies_are_refused() => SurviveAsync(new Zombies(), jobs: 6, times: 2);

    [Test]
    public Task What_a_dead_host_has_committed_is_published_by_another() => SurviveAsync(new UntoldCommits(hasSecondHost: true), jobs: 1, times: 1);

    [Test]
    public Task One_instruction_is_claimed_once_by_whoever_is_first() => SurviveAsync(new Races(), jobs: 10, times: 20);

    [TestCaseSource(nameof(All))]
    [Category("Long")]
    public Task Every_fault_is_survived(Fault fault) => SurviveAsync(fault, fault.Short.Jobs, fault.Short.Times);

    private static IEnumerable<TestCaseData> All => FaultList.All.Select(fault => new TestCaseData(fault).SetArgDisplayNames(fault.Name));

    private static async Task SurviveAsync(Fault fault, int jobs, int times)
    {
        if (fault.Obstacle is { } obstacle)
            Assert.Ignore(obstacle);
        var report = await fault.RunAsync(new FaultSize(jobs, times), seed: 1, FaultEngineProgram.Command, CancellationToken.None);

        await TestContext.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Injected} × {fault.Title}: {report.Accepted} accepted, {report.Seconds:0} s{(report.Recoveries.Count == 0 ? "" : $", recovered in {report.P50:0.0} s, at most {report.Longest:0.0} s")}\n{string.Join('\n', report.Limits)}\n{string.Join('\n', report.Notes)}"));
        report.Injected.Should().BePositive();
        report.Limits.Where(limit => !limit.IsMet && !limit.IsTime).Should().BeEmpty();
    }
}
