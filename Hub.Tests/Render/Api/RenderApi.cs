using Hub.Adapters.Persistence.Postgres;
using Hub.Modules.Render;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Tests.Render.Api;

/// <summary>The module's HTTP slice on a free port, with its outbox but without roles; an operator is logged in.</summary>
internal sealed class RenderApi : IAsyncDisposable
{
    private readonly WebApplication _web;

    private RenderApi(WebApplication web) => (_web, Http) = (web, new HttpClient { BaseAddress = new Uri(web.Urls.Single()), DefaultRequestHeaders = { { TestLogin.Header, "anna operator" } } });

    public HttpClient Http { get; }

    public static async Task<RenderApi> StartAsync(string connectionString, string folder)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Data:Folder"] = Path.Combine(folder, "data"),
            ["Render:TemplateFolder"] = Path.Combine(folder, "templates"),
            ["Render:Coordinator:Enabled"] = "false",
            ["Render:Worker:Enabled"] = "false",
        });
        builder.Configuration.AddInMemoryCollection(TestEngineProgram.Command.Select((part, index) => KeyValuePair.Create($"Render:EngineCommand:{index}", (string?)part)));
        builder.Services.AddRouting();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        TestLogin.AddTo(builder.Services);
        var module = new RenderModule();
        module.AddServices(builder.Services, builder.Configuration);
        builder.Services.AddPostgresPersistence(builder.Configuration, [module]);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsePostgresPersistence([module]);
            bus.UsingInMemory();
        });
        var web = builder.Build();
        web.UseRouting();
        web.UseAuthentication();
        web.UseAuthorization();
        module.MapEndpoints(web);
        await web.StartAsync();
        return new RenderApi(web);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _web.DisposeAsync();
    }
}
