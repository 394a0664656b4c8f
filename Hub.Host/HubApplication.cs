using System.Text.Json.Serialization;
using Hub.Adapters.Persistence.Postgres.Migrator;
using Hub.Adapters.Rendering.Lottie;
using Hub.Adapters.Scheduling.Quartz;
using Hub.Host.Commands.Doctor;
using Hub.Host.Database;
using Hub.Host.Health;
using Hub.Host.Messaging;
using Hub.Host.Security;
using Hub.Host.Startup;
using Hub.Host.Telemetry;
using Hub.Modules.Kernel;
using Microsoft.Extensions.Options;

namespace Hub.Host;

/// <summary>The whole program as one object, for the commands and for tests of all of it.</summary>
internal sealed class HubApplication : IAsyncDisposable
{
    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(30);
    private readonly IReadOnlyList<IHubModule> _modules;
    private readonly string[] _settings;

    private HubApplication(WebApplication web, IReadOnlyList<IHubModule> modules, string[] settings) => (Web, _modules, _settings) = (web, modules, settings);

    /// <summary>The host, with all services registered; endpoints are mapped when it starts.</summary>
    public WebApplication Web { get; }

    /// <summary>The login that was made because none is configured, or null.</summary>
    public FirstLogin? FirstLogin
        => Web.Services.GetRequiredService<IOptions<AuthOptions>>().Value.IsEmpty ? Web.Services.GetRequiredService<FirstLogin>() : null;

    private bool IsWorkerOnly => HubModules.IsWorkerOnly(_modules, Web.Configuration);

    /// <summary>Puts the program together; nothing runs yet, and no database is needed.</summary>
    /// <param name="settings">Settings as on the command line: <c>--Urls=…</c>; they win over environment variables and appsettings.json.</param>
    /// <param name="addServices">What a command runs beside the hub: it starts after all else and stops first.</param>
    /// <exception cref="HubStartException">A setting does not let the program be put together.</exception>
    public static HubApplication Build(string[] settings, Action<IServiceCollection>? addServices = null)
    {
        var (builder, modules) = Compose(settings);
        addServices?.Invoke(builder.Services);
        return new(builder.Build(), modules, settings);
    }

    private static (WebApplicationBuilder Builder, IReadOnlyList<IHubModule> Modules) Compose(string[] settings)
    {
        // Settings and static files lie beside the binary; what the hub writes goes below the working directory.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        var (services, configuration) = (builder.Services, builder.Configuration);
        var modules = HubModules.Enabled(configuration);

        services.AddSingleton(modules);
        foreach (var section in HubModules.Switches)
            services.AddSingleton(section);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<StartReport>();
        services.AddSingleton<FaultArming>().AddValidatedOptions<FaultOptions>(configuration, FaultOptions.SectionName);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        services.AddHubProblems().AddHubHealth().AddHubSelfChecks().AddHubApiDocument();
        builder.AddHubSecurity();
        builder.AddHubTelemetry();

        // Services start in the order of their registration: the database first, then the bus, then what the modules run.
        services.AddHubDatabase(configuration, modules);
        services.AddHubBus(configuration, modules, Transport.Choose(configuration));
        services.AddLottieEngine(configuration);
        foreach (var module in modules)
            module.AddServices(services, configuration);
        if (!HubModules.IsWorkerOnly(modules, configuration))
            services.AddRecurringJobs();

        return (builder, modules);
    }

    /// <summary>Checks all settings.</summary>
    /// <exception cref="OptionsValidationException">Some cannot be used; says which and why.</exception>
    /// <exception cref="HubStartException">The same, for what is no option of its own.</exception>
    public void Validate()
    {
        try
        {
            Web.Services.GetRequiredService<IStartupValidator>().Validate();
        }
        catch (InvalidOperationException exception)
        {
            // A value that cannot be read as the type of its setting; the message names both.
            throw new HubStartException(exception.Message, exception);
        }

        if (IsWorkerOnly)
            WorkerOnly.Demand(Web.Configuration, Web.Services.GetRequiredService<Transport>());
        ListenAddresses.Demand(Web.Configuration, loopbackOnly: Web.Services.GetRequiredService<IOptions<AuthOptions>>().Value.IsEmpty);
    }

    /// <summary>Checks all settings, starts the database, and brings its schema up to date, or waits until another host has.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        Validate();
        await Web.Services.GetRequiredService<HubDatabase>().StartAsync(cancellationToken);
        var migrator = Web.Services.GetRequiredService<DatabaseMigrator>();
        if (IsWorkerOnly)
            await WaitUntilMigratedAsync(migrator, cancellationToken);
        else
            await migrator.MigrateAsync(cancellationToken);
    }

    /// <summary>Prepares, and starts everything.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        Web.Services.GetRequiredService<FaultArming>().Arm();
        MapEndpoints();
        try
        {
            await Web.StartAsync(cancellationToken);
        }
        catch
        {
            // What did start must end before the database under it is taken away.
            await Web.StopAsync(CancellationToken.None);
            throw;
        }

        Web.Services.GetRequiredService<StartReport>().Write();
    }

    /// <summary>Stops everything, the database last.</summary>
    public ValueTask DisposeAsync() => Web.DisposeAsync();

    private async Task WaitUntilMigratedAsync(DatabaseMigrator migrator, CancellationToken cancellationToken)
    {
        if (await migrator.FindLackAsync(cancellationToken) is null)
            return;

        await using var room = await WaitingRoom.OpenAsync(Compose(_settings).Builder, cancellationToken);
        await migrator.WaitUntilMigratedAsync(cancellationToken);
    }

    // Only now: some endpoints ask for their services at once, and those ask for the database.
    private void MapEndpoints()
    {
        Web.UseHubProblems();
        Web.UseHubSecurity();
        Web.MapHubHealth();
        Web.MapHubApiDocument();
        foreach (var module in _modules)
            module.MapEndpoints(Web);
    }
}
