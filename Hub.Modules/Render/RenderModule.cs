using Hub.Contracts.Engine;
using Hub.Contracts.Render;
using Hub.Modules.Kernel;
using Hub.Modules.Kernel.SelfChecks;
using Hub.Modules.Render.Adoption;
using Hub.Modules.Render.Api;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Deadlines;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Engines;
using Hub.Modules.Render.Fitness;
using Hub.Modules.Render.Leases;
using Hub.Modules.Render.Operating;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Posters;
using Hub.Modules.Render.Preflight;
using Hub.Modules.Render.Previews;
using Hub.Modules.Render.Recovery;
using Hub.Modules.Render.RenderAgain;
using Hub.Modules.Render.Requests;
using Hub.Modules.Render.Retention;
using Hub.Modules.Render.SelfChecks;
using Hub.Modules.Render.Templates;
using Hub.Modules.Render.TimeLimits;
using Hub.Modules.Render.Tracking;
using Hub.Modules.Render.TryTemplates;
using Hub.Modules.Render.Watching;
using Hub.Modules.Render.Working;
using MassTransit;
using MassTransit.Scheduling;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hub.Modules.Render;

/// <summary>What the Render module registers, listens to and maps.</summary>
public sealed class RenderModule : IHubModule
{
    /// <inheritdoc />
    public string Name => "Render";

    /// <inheritdoc />
    public string EndpointPrefix => "render-";

    /// <inheritdoc />
    public Type? DbContextType => typeof(RenderDbContext);

    /// <inheritdoc />
    public IReadOnlyCollection<string> EndpointsWithoutOutbox => [ExecuteRenderConsumerDefinition.QueueName];

    /// <summary>
    /// The body of the command <c>engine-host</c>: serves render jobs, a line of JSON each, until <paramref name="input"/> closes.
    /// Whoever calls it must have moved the console's own output elsewhere.
    /// </summary>
    public static Task RunEngineHostAsync(IEnumerable<IRenderEngine> engines, Stream input, Stream output, CancellationToken cancellationToken)
        => new EngineHost(engines.ToDictionary(engine => engine.Name, StringComparer.Ordinal), output).RunAsync(input, cancellationToken);

    /// <summary>The body of the command <c>templates check</c>.</summary>
    /// <returns>How many packages have a fault.</returns>
    public static Task<int> CheckTemplatesAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
        => ActivatorUtilities.CreateInstance<TemplateTrial>(services, output).CheckAsync(cancellationToken);

    /// <summary>The body of the command <c>templates preview</c>.</summary>
    /// <param name="services">The program's services; nothing needs to run.</param>
    /// <param name="only">Name of one template; null for all.</param>
    /// <param name="fieldsFile">File with other values than the packages' own, or null.</param>
    /// <param name="target">Folder to draw into.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="output">What was done.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>How many templates could not be drawn.</returns>
    public static Task<int> PreviewTemplatesAsync(
        IServiceProvider services, string? only, string? fieldsFile, string target, int width, TextWriter output, CancellationToken cancellationToken)
        => ActivatorUtilities.CreateInstance<TemplateTrial>(services, output).PreviewAsync(only, fieldsFile, target, width, cancellationToken);

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<RenderOptions>(configuration, RenderOptions.SectionName);
        services.AddModuleDbContext<RenderDbContext>(RenderDbContext.Schema);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<RenderFolders>();
        services.AddSingleton<ClipInspectors>();
        services.AddSingleton<TemplateCatalog>();
        services.AddSingleton<RequestPreflight>();
        services.AddSingleton<AttemptLimits>();
        services.AddScoped<AttemptTimer>();
        services.AddSingleton<PublishTarget>();
        services.AddSingleton<InstructionReader>();
        services.AddSingleton<QueueOutlook>();
        services.AddScoped<RequestStore>();
        services.AddScoped<ManualRequests>();
        services.AddScoped<TicketDispatcher>();
        services.AddSingleton<RequestCheck>();
        services.AddScoped<RenderedAgain>();
        AddOperating(services);
        services.AddValidatedOptions<PreviewOptions>(configuration, PreviewOptions.SectionName);
        services.AddSingleton<ServedClips>();
        services.AddScoped<OnAirMark>();
        services.AddSingleton<RemovedClips>();
        AddPosters(services, configuration);
        services.AddSingleton<PreviewEncoder>();
        services.AddSingleton<PreviewStore>();
        services.AddSingleton<IPendingWork, OpenInstructions>();
        services.AddSingleton<IStatsSource, InstructionStats>();
        services.AddSingleton<ISelfCheck, TemplateCheck>();
        services.AddSingleton<ISelfCheck, OutputCheck>();
        if (Roles(configuration).Coordinator.Enabled)
        {
            AddCoordinator(services, configuration);
        }

        if (Roles(configuration).Worker.Enabled)
        {
            AddWorker(services);
        }

        if (Roles(configuration) is { Coordinator.Enabled: true } or { Worker.Enabled: true })
        {
            services.AddHostedService<RemovedClipsService>();
        }
    }

    /// <inheritdoc />
    public void AddMessaging(IBusRegistrationConfigurator bus, IConfiguration configuration)
    {
        // An attempt has one timer, and whoever ends the claim knows its name.
        ScheduleTokenId.UseTokenId<RenderTimeLimitReached>(reached => reached.ClaimId);
        if (Roles(configuration).Coordinator.Enabled)
        {
            bus.AddConsumer<RequestRenderConsumer, RequestRenderConsumerDefinition>();
            bus.AddConsumer<RenderTimeLimitReachedConsumer, RenderTimeLimitReachedConsumerDefinition>();
            bus.AddSagaStateMachine<RenderStateMachine, RenderInstruction, RenderStateDefinition>();
        }

        if (Roles(configuration).Worker.Enabled)
        {
            bus.AddConsumer<ExecuteRenderConsumer, ExecuteRenderConsumerDefinition>();
        }
    }

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder endpoints) => RenderEndpoints.Map(endpoints);

    private static RenderOptions Roles(IConfiguration configuration)
        => configuration.GetSection(RenderOptions.SectionName).Get<RenderOptions>() ?? new RenderOptions();

    private static void AddOperating(IServiceCollection services)
    {
        services.AddSingleton<StoredPreflight>();
        services.AddScoped<Cancellation>();
        services.AddScoped<Replay>();
        services.AddScoped<BulkReplay>();
        services.AddScoped<PriorityChange>();
        services.AddScoped<OutrankedTickets>();
    }

    private static void AddPosters(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<PosterOptions>(configuration, PosterOptions.SectionName);
        services.AddSingleton<EngineCommand>();
        // A child of their own: the clips' children are for clips.
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<StillRenderer>(provider, ActivatorUtilities.CreateInstance<EnginePool>(provider)));
        services.AddSingleton<PosterQueue>();
        services.AddSingleton<PosterStore>();
    }

    private static void AddCoordinator(IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetSection(PosterOptions.SectionName).Get<PosterOptions>() is null or { Enabled: true })
        {
            services.AddHostedService<PosterService>();
            services.AddHostedService<PosterSweepService>();
        }

        services.AddScoped<FillWindowActivity>();
        services.AddScoped<IRecurringJob, DeadlineWatch>();
        services.AddScoped<ClipRetention>();
        services.AddScoped<IRecurringJob, ClipRetentionJob>();
        services.AddSingleton<PresenceWatch>();
        services.AddScoped<LostClaims>();
        services.AddScoped<WorkerAlerts>();
        services.AddValidatedOptions<QueueAlertOptions>(configuration, QueueAlertOptions.SectionName);
        services.AddScoped<StandingAlerts>();
        services.AddScoped<QueueFiguresReader>();
        services.AddScoped<IRecurringJob, QueueWatch>();
        services.AddScoped<IdleTickets>();
        services.AddSingleton<LostTickets>();
        services.AddSingleton<ITravellingWork>(provider => provider.GetRequiredService<LostTickets>());
        services.AddHostedService<RecoveryService>();
        services.AddScoped<ExternalWrites>();
        services.AddHostedService<ExternalWriteListener>();
        services.AddScoped<StuckInstructions>();
        services.AddScoped<OverlookedInstructions>();
        services.AddScoped<IRecurringJob, Reaper>();
    }

    private static void AddWorker(IServiceCollection services)
    {
        services.AddSingleton<WorkerIdentity>();
        services.AddSingleton<LeaseKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<LeaseKeeper>());
        services.AddSingleton<OutputPlace>();
        services.AddSingleton(_ => new MemoryGauge());
        services.AddSingleton<Surroundings>();
        services.AddSingleton<WorkerFitness>();
        services.AddScoped<FitnessRecord>();
        services.AddHostedService<FitnessService>();
        services.AddScoped<ClaimStore>();
        services.AddSingleton<ClipPlanner>();
        services.AddSingleton<EnginePool>();
        services.AddSingleton<ISelfCheck, EngineCheck>();
        services.AddSingleton<ClaimKeeper>();
        services.AddSingleton<ClipWorker>();
        services.AddSingleton<PublishSignal>();
        services.AddScoped<ClipPublisher>();
        services.AddScoped<ClipSweep>();
        services.AddHostedService<ClipCareService>();
    }
}
