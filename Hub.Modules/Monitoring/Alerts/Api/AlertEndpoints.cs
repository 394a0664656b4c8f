using System.Security.Claims;
using Hub.Modules.Kernel;
using Hub.Modules.Monitoring.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Monitoring.Alerts.Api;

/// <summary><c>/api/v1/alerts</c>: what people should know, and that they have dealt with it.</summary>
internal static class AlertEndpoints
{
    private const string Tag = "Alerts";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/alerts", ListAsync).WithName("ListAlerts").WithTags(Tag).WithSummary("Alerts, newest first; filters: state, severity, code");
        endpoints.MapPost("/api/v1/alerts/{id:long}/resolve", ResolveAsync).WithName("ResolveAlert").WithTags(Tag)
            .WithSummary("Closes an alert; one that is closed already stays as it is").RequireAuthorization(HubRoles.Operator);
    }

    private static async Task<Results<Ok<Page<AlertView>>, ProblemHttpResult>> ListAsync(
        [AsParameters] ListAlertsRequest request, MonitoringDbContext db, CancellationToken cancellationToken)
    {
        if (request.Problem() is { } problem)
            return problem;

        var rows = await request.Of(db.Alerts.AsNoTracking().Where(alert => alert.Count > 0))
            .OrderByDescending(alert => alert.Id).Take(request.Size + 1)
            .Select(AlertView.FromRow).ToListAsync(cancellationToken);
        var items = rows.Take(request.Size).ToList();
        return TypedResults.Ok(new Page<AlertView>(items, rows.Count > items.Count ? items[^1].Id : null));
    }

    private static async Task<Results<Ok<AlertView>, ProblemHttpResult>> ResolveAsync(
        long id, ClaimsPrincipal user, MonitoringDbContext db, AlertStore alerts, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await alerts.CloseAsync(id, user.Login(), cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return await db.Alerts.AsNoTracking().Where(alert => alert.Id == id && alert.Count > 0).Select(AlertView.FromRow).SingleOrDefaultAsync(cancellationToken) is { } closed
            ? TypedResults.Ok(closed)
            : ApiProblem.Of(StatusCodes.Status404NotFound, "alert_not_found", "No such alert", $"There is no alert {id}. /api/v1/alerts lists those there are.");
    }
}
