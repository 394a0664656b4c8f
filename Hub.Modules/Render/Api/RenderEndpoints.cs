using Hub.Modules.Render.Operating;
using Hub.Modules.Render.RenderAgain;
using Hub.Modules.Render.Retention;
using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Render.Api;

/// <summary>The module's slice of the HTTP API.</summary>
internal static class RenderEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        InstructionEndpoints.Map(endpoints);
        RenderAgainEndpoint.Map(endpoints);
        OperatorEndpoints.Map(endpoints);
        RequestInstructionEndpoint.Map(endpoints);
        PosterEndpoint.Map(endpoints);
        OutputEndpoints.Map(endpoints);
        OnAirEndpoint.Map(endpoints);
        WorkerEndpoints.Map(endpoints);
        TemplateEndpoints.Map(endpoints);
        PendingEndpoint.Map(endpoints);
    }
}
