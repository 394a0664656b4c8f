using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Adapters.Persistence.Postgres;
using Hub.Contracts.FeatureTable;
using Hub.Contracts.Render;
using Hub.Modules.Kernel;
using Hub.Modules.Subtitle;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Tests.Subtitle.ManualData;

/// <summary>The Subtitle module with its HTTP slice, outbox and inbox on a real database, and a probe for Render.</summary>
internal sealed class SubtitleApi : IAsyncDisposable
{
    private readonly WebApplication _web;
    private readonly ConcurrentDictionary<Guid, RequestRender> _requests;
    private readonly LogLines _log;

    private SubtitleApi(WebApplication web, ConcurrentDictionary<Guid, RequestRender> requests, LogLines log)
    {
        (_web, _requests, _log) = (web, requests, log);
        Http = Client("anna operator");
    }

    /// <summary>A client whose login may write.</summary>
    public HttpClient Http { get; }

    /// <summary>Every request that Render got so far.</summary>
    public IReadOnlyCollection<RequestRender> Requests => [.. _requests.Values];

    /// <summary>What the module logged so far.</summary>
    public IReadOnlyCollection<string> Log => _log.All;

    public static async Task<SubtitleApi> StartAsync(TestDatabase database)
    {
        var requests = new ConcurrentDictionary<Guid, RequestRender>();
        IHubModule[] modules = [new SubtitleModule(), new RenderProbe(requests)];
        var log = new LogLines();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.AddProvider(log).AddFilter((category, level) => level >= LogLevel.Information && category?.StartsWith("Hub.", StringComparison.Ordinal) == true);
        builder.Services.AddRouting();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(database.DataSource);
        TestLogin.AddTo(builder.Services);
        builder.Services.AddPostgresPersistence(builder.Configuration, modules);
        foreach (var module in modules)
            module.AddServices(builder.Services, builder.Configuration);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            foreach (var module in modules)
                module.AddMessaging(bus, builder.Configuration);
            bus.UsePostgresPersistence(modules);
            bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
        });
        var web = builder.Build();
        web.UseStatusCodePages();
        web.UseRouting();
        web.UseAuthentication();
        web.UseAuthorization();
        foreach (var module in modules)
            module.MapEndpoints(web);
        await web.StartAsync();
        return new SubtitleApi(web, requests, log);
    }

    /// <param name="login">Name and role, or null for nobody.</param>
    public HttpClient Client(string? login)
    {
        var client = new HttpClient { BaseAddress = new Uri(_web.Urls.Single()) };
        if (login is not null)
            client.DefaultRequestHeaders.Add(TestLogin.Header, login);
        return client;
    }

    public Task CaptureAsync(HandCaptured hand) => _web.Services.GetRequiredService<IBus>().Publish(hand);

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, string? json = null, string? ifMatch = null, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative));
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{ifMatch}\""));
        using var response = await (client ?? Http).SendAsync(request);
        return await ApiAnswer.OfAsync(response);
    }

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<ApiAnswer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, path, json);

    public Task<ApiAnswer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, path, json);

    public async Task<JsonNode> CreatedAsync(string path, string json) => (await PostAsync(path, json)).Created();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _web.StopAsync();
        await _web.DisposeAsync();
    }
}
