using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Support;

/// <summary>A web server of a test's own that keeps what is posted to it, whatever the path.</summary>
internal sealed class WebhookSink : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentQueue<(string Path, JsonNode Body)> _posts = new();
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _troubles;

    private WebhookSink(WebApplication web, IEnumerable<Func<HttpContext, Task>> troubles)
    {
        (_web, _troubles) = (web, new(troubles));
        web.Run(AnswerAsync);
    }

    /// <summary>With a path that is a secret.</summary>
    public string Url => $"{_web.Urls.Single()}{SecretPath}";

    public static string SecretPath => "/services/T0/B0/hushhush";

    /// <summary>Bodies of all posts, those that were answered with trouble among them.</summary>
    public IReadOnlyList<JsonNode> Posts => [.. _posts.Select(post => post.Body)];

    public IReadOnlyList<string> Paths => [.. _posts.Select(post => post.Path)];

    /// <param name="troubles">What becomes of the first posts, one after the other; the later ones are taken.</param>
    public static async Task<WebhookSink> StartAsync(params IEnumerable<Func<HttpContext, Task>> troubles)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var sink = new WebhookSink(builder.Build(), troubles);
        await sink._web.StartAsync();
        return sink;
    }

    public static Task HangAsync(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    public static Task BreakOffAsync(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public static Func<HttpContext, Task> Answer(int status, string body = "") => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    };

    /// <summary>Sends word after word of an answer that never ends.</summary>
    public static async Task AnswerForeverAsync(HttpContext context)
    {
        while (!context.RequestAborted.IsCancellationRequested)
            await context.Response.WriteAsync(new string('x', 1000), context.RequestAborted);
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        _posts.Enqueue((context.Request.Path, (await JsonNode.ParseAsync(context.Request.Body))!));
        if (_troubles.TryDequeue(out var trouble))
            await trouble(context);
    }
}
