using Hub.Modules.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Monitoring.AsInV1;

/// <summary>v1's <c>GET /stats</c>: a section of counts for each kind of thing that a module owns.</summary>
internal static class StatsEndpoint
{
    private const string Instructions = "render_instructions";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/stats", HandleAsync).WithName("V1Stats");

    private static async Task<Ok<Dictionary<string, object>>> HandleAsync(IEnumerable<IStatsSource> sources, TimeProvider clock, CancellationToken cancellationToken)
    {
        var stats = new Dictionary<string, object>(StringComparer.Ordinal) { ["timestamp"] = V1Timestamp.Of(clock.GetUtcNow()) };
        foreach (var source in sources)
        {
            var counts = await source.ReadAsync(cancellationToken);
            // v1 has nothing but statuses here, and its clients add them up.
            stats[source.Section] = source.Section == Instructions ? counts.Where(count => count.Key != "total").ToDictionary(StringComparer.Ordinal) : counts;
        }

        return TypedResults.Ok(stats);
    }
}
