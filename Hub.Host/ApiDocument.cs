using Hub.Host.Telemetry;

namespace Hub.Host;

/// <summary>The description of the API for programs, at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDocument
{
    public static IServiceCollection AddHubApiDocument(this IServiceCollection services)
        => services.AddOpenApi("v1", options =>
        {
            options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) == true;
            options.AddDocumentTransformer((document, _, _) =>
            {
                document.Info.Title = "WSOP Automation Hub";
                document.Info.Version = HubVersion.Text;
                return Task.CompletedTask;
            });
        });

    public static void MapHubApiDocument(this WebApplication app) => app.MapOpenApi();
}
