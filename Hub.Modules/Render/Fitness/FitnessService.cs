using Hub.Modules.Kernel;
using Hub.Modules.Render.Leases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Fitness;

/// <summary>Looks at the surroundings every other second, and tells of every trouble once, and once of its end.</summary>
internal sealed partial class FitnessService(
    Surroundings surroundings, WorkerFitness fitness, LeaseKeeper leases, IServiceScopeFactory scopes, TimeProvider clock, ILogger<FitnessService> logger) : ResilientBackgroundService(clock, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private IReadOnlyDictionary<string, Complaint> _told = new Dictionary<string, Complaint>(StringComparer.Ordinal);

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        fitness.Set((await surroundings.LookAsync(isThorough: !fitness.IsFit, stoppingToken)).Complaints);
        await TellAsync(stoppingToken);
        if (await fitness.IsTroubleToldAsync(Interval, stoppingToken))
        {
            // Told before the next look may find it over.
            await TellAsync(stoppingToken);
            await Task.Delay(Interval, Clock, stoppingToken);
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var troubles = fitness.Troubles();
        var begun = troubles.Where(trouble => !_told.ContainsKey(trouble.Key)).Select(trouble => trouble.Value).ToList();
        var over = _told.Where(trouble => !troubles.ContainsKey(trouble.Key)).Select(trouble => trouble.Value).ToList();
        if (begun.Count == 0 && over.Count == 0)
        {
            return;
        }

        // What is written down is written to the worker's row.
        await leases.WhenKnownAsync(cancellationToken);
        await using (var scope = scopes.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<FitnessRecord>().StoreAsync(troubles.Values, begun, over, cancellationToken);
        }

        _told = troubles;
        begun.ForEach(trouble => TroubleBegun(logger, trouble.Text));
        over.ForEach(trouble => TroubleOver(logger, trouble.Code));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Trouble}")]
    private static partial void TroubleBegun(ILogger logger, string trouble);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Trouble} is over")]
    private static partial void TroubleOver(ILogger logger, string trouble);
}
