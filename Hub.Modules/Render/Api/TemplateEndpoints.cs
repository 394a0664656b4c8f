using Hub.Modules.Render.Templates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Render.Api;

/// <summary><c>GET /api/v1/templates</c>: what can be rendered, and packages that cannot.</summary>
internal static class TemplateEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/api/v1/templates", List).WithName("ListTemplates").WithTags("Render templates").WithSummary("Templates with their fields, and packages with faults");

    private static Ok<TemplateList> List(TemplateCatalog catalog)
        => TypedResults.Ok(new TemplateList(
            [.. catalog.All.OrderBy(template => template.Name, StringComparer.Ordinal).Select(template => TemplateView.Of(template.Description))], catalog.Faults));
}
