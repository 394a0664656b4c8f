using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Hub.Modules.Monitoring.AsInV1;

/// <summary>v1's <c>GET /health</c>. v1 always said healthy; here the word is true.</summary>
internal static class HealthEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet("/health", HandleAsync).WithName("V1Health");

    private static async Task<JsonHttpResult<Answer>> HandleAsync(HealthCheckService health, TimeProvider clock, CancellationToken cancellationToken)
    {
        var report = await health.CheckHealthAsync(cancellationToken);
        return TypedResults.Json(
            new Answer(report.Status.ToString().ToLowerInvariant(), V1Timestamp.Of(clock.GetUtcNow())),
            statusCode: report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    private sealed record Answer(string Status, string Timestamp);
}
