using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Watching;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Render.Watching;

internal sealed class QueueWatchTests : RenderSpec
{
    [Test]
    public async Task Figures_count_hours_back_from_now_and_leave_out_what_does_not_wait()
    {
        var now = new DateTimeOffset(2026, 9, 12, 20, 0, 0, TimeSpan.Zero);
        await Database.ExecuteAsync(
            """
            INSERT INTO render_instructions (template_name, status, created_at, completed_at) VALUES
              ('a', 'completed', '2026-09-12', '2026-09-12 20:00Z'), ('a', 'completed', '2026-09-12', '2026-09-12 19:01Z'), ('a', 'timed_out', '2026-09-12', '2026-09-12 19:02Z'),
              ('a', 'completed', '2026-09-12', '2026-09-12 18:59Z'), ('a', 'failed', '2026-09-12', '2026-09-12 18:30Z'), ('a', 'cancelled', '2026-09-12', '2026-09-12 18:30Z'),
              ('a', 'completed', '2026-09-11', '2026-09-11 19:30Z'), ('a', 'completed', '2026-09-11', '2026-09-11 18:59Z'), ('a', 'completed', '2026-09-11', '2026-09-12 20:01Z');
            INSERT INTO render_instructions (template_name, created_at, is_backlog, not_before) VALUES
              ('late', '2026-09-12 19:29Z', false, NULL), ('late too', '2026-09-12 19:29:59Z', false, '2026-09-12 21:00Z'), ('in time', '2026-09-12 19:30:01Z', false, NULL),
              ('just come', '2026-09-12 19:59:30Z', false, NULL), ('backlog', '2026-09-12 10:00Z', true, NULL), ('held', '2026-09-12 10:00Z', false, '2100-01-01Z');
            """);
        var hub = RenderHub.Build(Database.ConnectionString, Folder, new Dictionary<string, string?>(StringComparer.Ordinal));
        await using var _ = hub;

        var figures = await hub.InScopeAsync(provider => new QueueFiguresReader(
            provider.GetRequiredService<RenderDbContext>(), provider.GetRequiredService<IOptions<QueueAlertOptions>>(), new FakeTimeProvider(now)).ReadAsync(CancellationToken.None));

        figures.Hours.Should().BeEquivalentTo([new HourOfWork(0, 2, 1), new HourOfWork(1, 1, 1), new HourOfWork(24, 1, 0)]);
        figures.Overdue.Should().BeEquivalentTo(new { Count = 2, OldestTemplate = "late", OldestSince = now.AddMinutes(-31) });
        figures.Waiting.Should().Be(4);
    }

    [Test]
    public async Task What_goes_on_is_told_at_every_look_and_resolved_once_when_it_is_over()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, created_at, dispatched_at, attempt) VALUES ('Test Card', now() - interval '31 minutes', now(), 1)");
        var hub = await StartCoordinatorAsync();
        var alerts = await AlertProbe.ListenAsync(hub.Services);
        await LookAsync(hub);
        await LookAsync(hub);
        await Eventually.BecomesTrueAsync("it was told twice", () => Task.FromResult(alerts.Raised(AlertCodes.RenderPendingLong).Count == 2));

        await Database.ExecuteAsync("UPDATE render_instructions SET status = 'cancelled'");
        await LookAsync(hub);
        await LookAsync(hub);
        var last = await TellSomethingElseAsync(hub, alerts);

        last.Should().NotBeNull();
        alerts.Resolved(AlertCodes.RenderPendingLong).Should().HaveCount(1);
        alerts.Resolved(AlertCodes.RenderFailureRate).Should().BeEmpty("it never stood");
    }

    [Test]
    public async Task A_broken_package_is_told_until_it_is_mended()
    {
        var package = Directory.CreateDirectory(Path.Combine(Folder, "templates", "broken"));
        await File.WriteAllTextAsync(Path.Combine(package.FullName, "template.json"), "{");
        var hub = await StartCoordinatorAsync();
        var alerts = await AlertProbe.ListenAsync(hub.Services);
        await LookAsync(hub);
        var raised = await alerts.RaisedAsync(AlertCodes.RenderTemplateBroken);
        (raised.Subject, raised.Severity).Should().Be(("broken", AlertSeverity.Warning));

        package.Delete(recursive: true);

        await Eventually.BecomesTrueAsync("it is resolved", async () =>
        {
            await LookAsync(hub);
            return alerts.Resolved(AlertCodes.RenderTemplateBroken).Count > 0;
        });
    }

    [Test]
    public async Task Failures_of_a_template_are_resolved_when_none_of_the_last_day_is_left()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, status, completed_at) VALUES ('Test Card', 'failed', now()), ('Test Card', 'failed', now() - interval '25 hours')");
        var hub = await StartCoordinatorAsync();
        var alerts = await AlertProbe.ListenAsync(hub.Services);
        await LookAsync(hub);

        await Database.ExecuteAsync("UPDATE render_instructions SET status = 'completed' WHERE completed_at > now() - interval '1 hour'");
        await LookAsync(hub);

        (await alerts.ResolvedAsync(AlertCodes.RenderFailed)).Subject.Should().Be("Test Card");
        alerts.Raised(AlertCodes.RenderFailed).Should().BeEmpty("whoever gives a clip up tells of it");
    }

    /// <summary>Messages before this one have come when it has.</summary>
    private async Task<AlertResolved> TellSomethingElseAsync(RenderHub hub, AlertProbe alerts)
    {
        await Database.ExecuteAsync("INSERT INTO render.standing_alert (code, subject, since) VALUES ('render-template-broken', 'gone', now())");
        await LookAsync(hub);
        return await alerts.ResolvedAsync(AlertCodes.RenderTemplateBroken);
    }

    private static Task LookAsync(RenderHub hub)
        => hub.InScopeAsync(provider => provider.GetServices<IRecurringJob>().OfType<QueueWatch>().Single().RunAsync(CancellationToken.None));
}
