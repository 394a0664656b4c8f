using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Hub.Adapters.Persistence.Postgres;
using Hub.Contracts.Monitoring;
using Hub.Modules.Kernel;
using Hub.Modules.Monitoring;
using Hub.Modules.Monitoring.Persistence;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Tests.Monitoring.Alerts;

/// <summary>The Monitoring module with its HTTP slice, outbox and inbox on a real database, and a broker that is away when told.</summary>
internal sealed class AlertHub : IAsyncDisposable
{
    private readonly WebApplication _web;

    private AlertHub(WebApplication web, LogLines log, ToldBroker broker)
    {
        (_web, Log, Broker) = (web, log, broker);
        Http = Client("anna operator");
    }

    /// <summary>A client whose login may resolve.</summary>
    public HttpClient Http { get; }

    public LogLines Log { get; }

    public ToldBroker Broker { get; }

    /// <param name="database">Where it runs; a second host on the same one is the first one started anew.</param>
    /// <param name="settings">Keys below <c>Alerts</c>; of two for one key the later wins.</param>
    public static async Task<AlertHub> StartAsync(TestDatabase database, params (string Key, string Value)[] settings)
    {
        IHubModule[] modules = [new MonitoringModule()];
        var (log, broker) = (new LogLines(), new ToldBroker());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings.GroupBy(setting => setting.Key, setting => setting.Value).ToDictionary(setting => $"Alerts:{setting.Key}", string? (setting) => setting.Last()));
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.Services.AddRouting().AddProblemDetails().ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter())).AddHealthChecks();
        builder.Services.AddSingleton(database.DataSource).AddSingleton<IBrokerStatus>(broker);
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
        web.UseRouting();
        web.UseAuthentication();
        web.UseAuthorization();
        foreach (var module in modules)
            module.MapEndpoints(web);
        await web.StartAsync();
        return new AlertHub(web, log, broker);
    }

    /// <param name="login">Name and role, or null for nobody.</param>
    public HttpClient Client(string? login)
    {
        var client = new HttpClient { BaseAddress = new Uri(_web.Urls.Single()) };
        if (login is not null)
            client.DefaultRequestHeaders.Add(TestLogin.Header, login);
        return client;
    }

    /// <summary>As any module does: by the outbox.</summary>
    public async Task PublishAsync(params IEnumerable<object> messages)
    {
        await using var scope = _web.Services.CreateAsyncScope();
        foreach (var message in messages)
            await scope.ServiceProvider.GetRequiredService<IPublishEndpoint>().Publish(message);
        await scope.ServiceProvider.GetRequiredService<MonitoringDbContext>().SaveChangesAsync();
    }

    public Task RaiseAsync(params IEnumerable<AlertRaised> alerts) => PublishAsync(alerts);

    public Task ResolveAsync(string subject)
        => PublishAsync(new AlertResolved { Code = AlertCodes.RenderFailed, Subject = subject, Text = "It was rendered.", OccurredAt = TimeProvider.System.GetUtcNow() });

    public static AlertRaised Failure(string subject = "Elimination", AlertSeverity severity = AlertSeverity.Warning, string text = "No layer 'Rank'.")
        => new() { Code = AlertCodes.RenderFailed, Severity = severity, Subject = subject, Text = text, OccurredAt = TimeProvider.System.GetUtcNow() };

    public async Task<JsonArray> ListAsync(string query = "") => (await Http.GetFromJsonAsync<JsonObject>($"/api/v1/alerts{query}"))!["items"]!.AsArray();

    public Task AlertsBecomeAsync(int count, string query = "")
        => Eventually.BecomesTrueAsync($"{count} alerts are listed for '{query}'", async () => (await ListAsync(query)).Count == count);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _web.StopAsync();
        await _web.DisposeAsync();
    }

    /// <summary>A broker that is where the test says.</summary>
    internal sealed class ToldBroker : IBrokerStatus
    {
        public string Description => "Redis at queue:6379";

        public DateTimeOffset? AwaySince { get; set; }
    }
}
