using System.Reflection;
using Hub.Modules.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Monitoring.ShowStatus;

/// <summary><c>GET /api/v1/status</c>: what is there and what is left to do.</summary>
internal static class StatusEndpoint
{
    private static readonly string Version = Assembly.GetEntryAssembly()?.GetName().Version?.ToString(fieldCount: 3) ?? "";

    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/api/v1/status", HandleAsync).WithName("GetStatus").WithTags("Status").WithSummary("What is there and what is left to do");

    private static async Task<Ok<StatusView>> HandleAsync(
        IEnumerable<IStatsSource> sources, IEnumerable<IPendingWork> pending, IBrokerStatus broker, TimeProvider clock, CancellationToken cancellationToken)
    {
        var stats = new Dictionary<string, IReadOnlyDictionary<string, long>>(StringComparer.Ordinal);
        foreach (var source in sources)
            stats[source.Section] = await source.ReadAsync(cancellationToken);

        var work = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var each in pending)
            work[each.Name] = await each.CountAsync(cancellationToken);

        return TypedResults.Ok(new StatusView(Version, clock.GetUtcNow(), broker.Description, broker.AwaySince, work, stats));
    }
}
