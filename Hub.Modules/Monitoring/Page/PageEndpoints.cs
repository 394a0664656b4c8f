using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Hub.Modules.Monitoring.Page;

/// <summary>The page at <c>/</c>: hands, instructions and clips as they come. Plain files, carried in the module; nothing is loaded from outside.</summary>
internal static class PageEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Serve(endpoints, "/", "index.html", "text/html; charset=utf-8");
        Serve(endpoints, "/hub.css", "hub.css", "text/css; charset=utf-8");
        Serve(endpoints, "/hub.js", "hub.js", "text/javascript; charset=utf-8");
        Serve(endpoints, "/elements.js", "elements.js", "text/javascript; charset=utf-8");
        Serve(endpoints, "/favicon.svg", "favicon.svg", "image/svg+xml");
    }

    private static void Serve(IEndpointRouteBuilder endpoints, string path, string resource, string contentType)
    {
        var content = Read(resource);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\"");
        endpoints.MapGet(path, (HttpContext context) =>
        {
            // Kept by the browser, but asked for each time: a new version shows at once.
            context.Response.Headers.CacheControl = "private, no-cache";
            return TypedResults.Bytes(content, contentType, entityTag: tag);
        }).ExcludeFromDescription();
    }

    private static byte[] Read(string resource)
    {
        using var stream = typeof(PageEndpoints).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not in the assembly.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
