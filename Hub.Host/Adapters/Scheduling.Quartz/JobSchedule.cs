using Hub.Modules.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Hub.Adapters.Scheduling.Quartz;

/// <summary>
/// Takes part in running the recurring jobs for as long as the host runs. Not Quartz's own hosted service, which would keep the host from
/// starting while the database is away: here it is tried again.
/// </summary>
internal sealed partial class JobSchedule(
    [FromKeyedServices(SchedulingRegistration.ClusterName)] ISchedulerFactory schedulers,
    IServiceScopeFactory scopes,
    NpgsqlDataSource database,
    DatabaseClock clock,
    TimeProvider timeProvider,
    ILogger<JobSchedule> logger)
    : ResilientBackgroundService(timeProvider, logger)
{
    private static readonly TimeSpan BetweenComparisons = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(10);

    /// <summary>Null until it could be built. It is kept through failures: one that was shut down cannot be started again.</summary>
    private IScheduler? _scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var patience = new CancellationTokenSource(TimeToStop, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await (_scheduler?.Shutdown(waitForJobsToComplete: true, either.Token) ?? ValueTask.CompletedTask);
        }
        catch (Exception exception)
        {
            NotSignedOff(logger, exception);
        }
    }

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await clock.CompareAsync(Clock, database, stoppingToken);
        _scheduler = await schedulers.GetScheduler(stoppingToken);
        await AddJobsAsync(_scheduler, stoppingToken);
        await _scheduler.Start(stoppingToken);
        await KeepClockAsync(stoppingToken);
    }

    private async Task KeepClockAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(BetweenComparisons, Clock, stoppingToken);
            try
            {
                await clock.CompareAsync(Clock, database, stoppingToken);
            }
            catch (NpgsqlException)
            {
                // What it was a minute ago still holds.
            }
        }
    }

    /// <summary>
    /// Each job is a group of its own, and this host runs the groups it has: hosts with other modules share the schedule, and none
    /// takes a run it could do nothing with.
    /// </summary>
    private async Task AddJobsAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var limits = ExecutionLimitsBuilder.Create().ForOtherGroups(0);
        foreach (var job in scope.ServiceProvider.GetServices<IRecurringJob>())
        {
            limits.ForGroup(job.Name, 1);
            await scheduler.ScheduleJob(
                JobBuilder.Create<JobRun>().WithIdentity(job.Name).Build(),
                [Every(job)],
                ScheduleJobOptions.Replacing,
                cancellationToken);
        }

        await scheduler.SetExecutionLimits(limits.Build(), cancellationToken);
    }

    private ITrigger Every(IRecurringJob job)
        => TriggerBuilder.Create(clock)
            .WithIdentity(job.Name)
            .WithExecutionGroup(job.Name)
            .StartNow()
            .WithSchedule(SimpleScheduleBuilder.Create()
                .WithInterval(job.Interval)
                .RepeatForever()
                .MeasureIntervalFromCompletion()
                .WithMisfireInstruction(SimpleTriggerMisfireInstruction.NowWithExistingCount))
            .Build();

    [LoggerMessage(Level = LogLevel.Warning, Message = "This host could not sign off from the recurring jobs; the others take them over within seconds")]
    private static partial void NotSignedOff(ILogger logger, Exception exception);
}
