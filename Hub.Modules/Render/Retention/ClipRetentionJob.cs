using Hub.Modules.Kernel;

namespace Hub.Modules.Render.Retention;

/// <summary>Decides every minute what is kept no longer, on one host of all.</summary>
internal sealed class ClipRetentionJob(ClipRetention retention) : IRecurringJob
{
    public string Name => "render-clip-retention";

    public TimeSpan Interval => TimeSpan.FromMinutes(1);

    public Task RunAsync(CancellationToken cancellationToken) => retention.DecideAsync(cancellationToken);
}
