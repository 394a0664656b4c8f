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
internal sealed class JobSchedule(
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

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await clock.CompareAsync(Clock, database, stoppingToken);
        var scheduler = await schedulers.GetScheduler(stoppingToken);
        try
        {
            await AddJobsAsync(scheduler, stoppingToken);
            await scheduler.Start(stoppingToken);
            await KeepClockAsync(stoppingToken);
        }
        finally
        {
            using var patience = new CancellationTokenSource(TimeToStop, Clock);
            await scheduler.Shutdown(waitForJobsToComplete: true, patience.Token);
        }
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
}
