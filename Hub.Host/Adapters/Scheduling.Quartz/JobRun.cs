using Hub.Modules.Kernel;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Hub.Adapters.Scheduling.Quartz;

/// <summary>One run of a recurring job, as Quartz knows it: under the job's name, in a scope of its own.</summary>
[DisallowConcurrentExecution]
internal sealed partial class JobRun(IEnumerable<IRecurringJob> jobs, ILogger<JobRun> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        try
        {
            await jobs.Single(job => job.Name == name).RunAsync(cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // This host stops. The job comes again at its next time, here or elsewhere.
        }
        catch (Exception exception)
        {
            Failed(logger, name, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed and comes again at its next time")]
    private static partial void Failed(ILogger logger, string job, Exception exception);
}
