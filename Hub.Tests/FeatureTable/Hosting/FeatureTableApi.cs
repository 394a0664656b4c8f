using System.Net.Http.Json;
using System.Text.Json;
using Hub.Modules.FeatureTable;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Tests.FeatureTable.Hosting;

/// <summary>The module's slice of the HTTP API on a port of its own.</summary>
internal sealed class FeatureTableApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FeatureTableApi(WebApplication app)
    {
        _app = app;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<FeatureTableApi> StartAsync(TestDatabase database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(database.ConnectionString));
        var module = new FeatureTableModule();
        module.AddServices(builder.Services, builder.Configuration);
        var app = builder.Build();
        module.MapEndpoints(app);
        await app.StartAsync();
        return new FeatureTableApi(app);
    }

    /// <summary>Hand numbers of a list, in its order.</summary>
    public async Task<IReadOnlyList<int>> NumbersAsync(string path)
    {
        var page = await Client.GetFromJsonAsync<JsonElement>(path);
        return [.. page.GetProperty("items").EnumerateArray().Select(hand => hand.GetProperty("handNumber").GetInt32())];
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }
}
