using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Hub.Adapters.Persistence.Postgres;
using Hub.Contracts.FeatureTable;
using Hub.Modules.FeatureTable;
using Hub.Modules.Kernel;
using Hub.Tests.FeatureTable.Hosting;
using Hub.Tests.FeatureTable.Samples;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.FeatureTable.EnterHands;

/// <summary>The module with its HTTP slice, outbox and bus on a real database; one table, <c>Table Blue</c>, is configured.</summary>
internal sealed class EnterHandsApi : IAsyncDisposable
{
    public const string Table = "Table Blue";

    private readonly WebApplication _web;
    private readonly DirectoryInfo _folder;
    private readonly HttpClient _operator;

    private EnterHandsApi(WebApplication web, DirectoryInfo folder)
    {
        (_web, _folder) = (web, folder);
        _operator = Client("anna operator");
    }

    public IReadOnlyList<HandCaptured> Captured => _web.Services.GetRequiredService<HandEvents>().Captured;

    public IReadOnlyList<HandCaptured> Revised => _web.Services.GetRequiredService<HandEvents>().Revised;

    public static async Task<EnterHandsApi> StartAsync(TestDatabase database)
    {
        var folder = Directory.CreateTempSubdirectory("hub-enter-hands-");
        IHubModule[] modules = [new FeatureTableModule()];
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["FeatureTable:Sources:0:Folder"] = folder.FullName,
            ["FeatureTable:Sources:0:Table"] = Table,
            ["FeatureTable:PollInterval"] = "00:00:00.05",
            ["FeatureTable:StableFor"] = "00:00:00.03",
        });
        builder.Services.AddRouting();
        builder.Services.AddProblemDetails();
        builder.Services.AddSingleton(database.DataSource);
        builder.Services.AddSingleton<HandEvents>();
        TestLogin.AddTo(builder.Services);
        foreach (var module in modules)
            module.AddServices(builder.Services, builder.Configuration);
        builder.Services.AddPostgresPersistence(builder.Configuration, modules);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.UsePostgresPersistence(modules);
            bus.AddConsumer<HandEvents, HandEvents.Definition>();
            bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
        });
        var web = builder.Build();
        web.UseRouting();
        web.UseAuthentication();
        web.UseAuthorization();
        foreach (var module in modules)
            module.MapEndpoints(web);
        await web.StartAsync();
        return new EnterHandsApi(web, folder);
    }

    /// <summary>Lays down what the table's readers exported, and waits until its hands are stored.</summary>
    public async Task ReadFromTableAsync(SampleExport export, int hands)
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, export.FileName), export.ToBytes());
        await Eventually.BecomesTrueAsync("the exported hands are stored", async () => (await GetAsync("hands?source=rfid")).Ok()["items"]!.AsArray().Count == hands);
    }

    public HttpClient Client(string login)
    {
        var client = new HttpClient { BaseAddress = new Uri(_web.Urls.Single()) };
        client.DefaultRequestHeaders.Add(TestLogin.Header, login);
        return client;
    }

    public Task<ApiAnswer> EnterAsync(JsonNode hand, string query = "", HttpClient? client = null) => SendAsync(HttpMethod.Post, $"hands{query}", hand, ifMatch: null, client);

    public Task<ApiAnswer> CorrectAsync(JsonNode? id, JsonNode hand, string? ifMatch = null) => SendAsync(HttpMethod.Put, $"hands/{id}", hand, ifMatch);

    public async Task<ApiAnswer> GetAsync(string path)
    {
        using var response = await _operator.GetAsync(new Uri($"/api/v1/{path}", UriKind.Relative));
        return await ApiAnswer.OfAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        _operator.Dispose();
        await _web.StopAsync();
        await _web.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task<ApiAnswer> SendAsync(HttpMethod method, string path, JsonNode hand, string? ifMatch, HttpClient? client = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = new StringContent(hand.ToJsonString(), Encoding.UTF8, "application/json") };
        if (ifMatch is not null)
            request.Headers.IfMatch.Add(new EntityTagHeaderValue($"\"{ifMatch}\""));
        using var response = await (client ?? _operator).SendAsync(request);
        return await ApiAnswer.OfAsync(response);
    }
}
