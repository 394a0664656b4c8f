namespace Hub.Host.Security;

/// <summary>
/// Refuses changes that another site makes a browser send: a browser adds the stored login to any request to the hub, whoever
/// wrote the page. Programs send neither header and pass.
/// </summary>
internal static class CrossSiteGuard
{
    public static async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || IsOwn(request))
        {
            await next(context);
            return;
        }

        await Results.Problem(
            title: "Request from another site",
            detail: "Changes are taken from the hub's own pages and from programs only.",
            statusCode: StatusCodes.Status403Forbidden,
            extensions: new Dictionary<string, object?> { ["code"] = "cross_site" }).ExecuteAsync(context);
    }

    private static bool IsOwn(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
