using Hub.Modules.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Quartz;

namespace Hub.Adapters.Scheduling.Quartz;

/// <summary>Registers what runs the <see cref="IRecurringJob"/>s of all modules: clustered Quartz on the hub's database.</summary>
public static class SchedulingRegistration
{
    /// <summary>Schema and first part of the names of its tables, which a migration of the messaging tables makes.</summary>
    internal const string TablePrefix = "messaging.qrtz_";

    /// <summary>What the cluster is called in its tables, and its parts in the container.</summary>
    internal const string ClusterName = "hub";

    private const int MostJobsAtOnce = 8;

    /// <summary>A host that has not said for so long that it is alive loses its jobs to the others.</summary>
    private static readonly TimeSpan CheckinInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CheckinPatience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan PauseWithoutDatabase = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan StatementTimeout = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Makes this host one of those that run the recurring jobs. Needs an <see cref="NpgsqlDataSource"/> in the container, and the
    /// tables in the database. To be called last, so that jobs stop before what they use.
    /// </summary>
    public static IServiceCollection AddRecurringJobs(this IServiceCollection services)
    {
        // Its store warns of each try while the database is away; that the cluster is in trouble is said once more above it.
        services.AddLogging(logging => logging.AddFilter("Quartz", LogLevel.Warning).AddFilter("Quartz.Impl.AdoJobStore.LocalTransactionJobStore", LogLevel.Error));
        var clock = new DatabaseClock();
        services.AddSingleton(clock);
        // Under a name, so that what it is built from, its clock above all, is nobody else's.
        services.AddQuartz(ClusterName, quartz => quartz
            .UseTimeProvider(clock)
            .ConfigureScheduler(scheduler =>
            {
                scheduler.InstanceId = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
                scheduler.MaxBatchSize = 1;
                scheduler.ShutdownJobInterruption = ShutdownJobInterruption.Always;
                scheduler.PropagateTraceContext = false;
            })
            .UseDefaultThreadPool(MostJobsAtOnce)
            .UsePersistentStore(store => store
                .UsePostgres(database => database.DataSourceFactory = provider => provider.GetRequiredService<NpgsqlDataSource>())
                .UseClustering(cluster => (cluster.CheckinInterval, cluster.CheckinMisfireThreshold) = (CheckinInterval, CheckinPatience))
                .ConfigureStore(options =>
                {
                    options.TablePrefix = TablePrefix;
                    options.StoreJobDataAsStrings = true;
                    options.UseBackgroundThreads = true;
                    options.CommandTimeout = StatementTimeout;
                    options.DbRetryInterval = PauseWithoutDatabase;
                    // A job is never given up.
                    options.MaxConsecutiveFireFailures = 0;
                })));
        services.AddHostedService<JobSchedule>();
        return services;
    }
}
