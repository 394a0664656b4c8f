using Hub.Modules.Render;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Tests.Render.Api;

/// <summary>The module's HTTP slice on a free port, without roles and without a login.</summary>
internal sealed class RenderApi : IAsyncDisposable
{
    private readonly WebApplication _web;

    private RenderApi(WebApplication web) => (_web, Http) = (web, new HttpClient { BaseAddress = new Uri(web.Urls.Single()) });

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
        builder.Services.AddRouting();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(connectionString));
        var module = new RenderModule();
        module.AddServices(builder.Services, builder.Configuration);
        var web = builder.Build();
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
