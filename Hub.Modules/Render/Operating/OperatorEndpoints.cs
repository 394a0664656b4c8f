using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Render.Operating;

/// <summary>What operators do with instructions. Doing any of it twice does it once.</summary>
internal static class OperatorEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        CancelEndpoint.Map(endpoints);
        ReplayEndpoint.Map(endpoints);
        BulkReplayEndpoint.Map(endpoints);
        PriorityEndpoint.Map(endpoints);
    }
}
