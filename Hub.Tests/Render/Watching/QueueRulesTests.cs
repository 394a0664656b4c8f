using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Modules.Render.Watching;

namespace Hub.Tests.Render.Watching;

internal sealed class QueueRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 9, 12, 20, 0, 0, TimeSpan.Zero);
    private static readonly QueueAlertOptions Defaults = new();

    [Test]
    public void Long_pending_instructions_are_told_with_the_oldest()
    {
        QueueRules.PendingLong(Figures(), Defaults, Now).Should().BeNull();

        var alert = QueueRules.PendingLong(Figures() with { Overdue = new WaitingWork(12, 4711, "Elimination", Now.AddMinutes(-31)) }, Defaults, Now);

        alert!.Severity.Should().Be(AlertSeverity.Critical);
        alert.Text.Should().StartWith("12 instructions have been pending for more than 30 min; the oldest is 4711 (Elimination), since 2026-09-12 19:29 UTC.");
    }

    [TestCase(90, 10, false)]
    [TestCase(89, 11, true)]
    [TestCase(8, 1, false, Description = "too few to judge")]
    [TestCase(8, 2, true)]
    [TestCase(0, 0, false)]
    public void More_failures_than_a_tenth_of_an_hour_are_told(int completed, int failed, bool isTold)
        => (QueueRules.FailureRate(Figures(new HourOfWork(0, completed, failed), new HourOfWork(1, 0, 100)), Defaults, Now) is not null).Should().Be(isTold);

    [Test]
    public void A_failure_rate_is_told_in_numbers()
        => QueueRules.FailureRate(Figures(new HourOfWork(0, 88, 12)), Defaults, Now)!.Text.Should().StartWith("12 of 100 instructions that ended within the last hour have failed (12%).");

    [TestCase(50, 0, null)]
    [TestCase(49, 3, AlertSeverity.Warning)]
    [TestCase(49, 0, AlertSeverity.Information, Description = "fewer were asked for")]
    [TestCase(0, 3, AlertSeverity.Warning)]
    [TestCase(0, 0, null, Description = "the show is over")]
    public void A_throughput_of_less_than_half_the_usual_is_told(int made, int waiting, AlertSeverity? severity)
    {
        // 100 an hour on average of the hours with work; the night and what only failed do not count.
        var figures = Figures(new HourOfWork(0, made, 0), new HourOfWork(1, 80, 0), new HourOfWork(2, 120, 9), new HourOfWork(3, 0, 7)) with { Waiting = waiting };

        QueueRules.ThroughputHalved(figures, Defaults, Now)?.Severity.Should().Be(severity);
        (QueueRules.ThroughputHalved(figures, Defaults, Now) is null).Should().Be(severity is null);
    }

    [Test]
    public void Where_little_is_usual_nothing_is_compared()
        => QueueRules.ThroughputHalved(Figures(new HourOfWork(0, 1, 0), new HourOfWork(1, 19, 0)) with { Waiting = 5 }, Defaults, Now).Should().BeNull();

    private static QueueFigures Figures(params HourOfWork[] hours) => new(WaitingWork.None, Waiting: 0, hours);
}
