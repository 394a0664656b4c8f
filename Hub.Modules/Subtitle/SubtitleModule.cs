using Hub.Modules.Kernel;
using Hub.Modules.Kernel.SelfChecks;
using Hub.Modules.Subtitle.AskForCaptions;
using Hub.Modules.Subtitle.DecideCaptions;
using Hub.Modules.Subtitle.ManualData;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Rules;
using Hub.Modules.Subtitle.SelfChecks;
using Hub.Modules.Subtitle.Tournaments;
using Hub.Modules.Subtitle.WatchPremiumHands;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle;

/// <summary>What the Subtitle module registers, listens to and maps.</summary>
public sealed class SubtitleModule : IHubModule
{
    /// <inheritdoc />
    public string Name => "Subtitle";

    /// <inheritdoc />
    public string EndpointPrefix => "subtitle-";

    /// <inheritdoc />
    public Type DbContextType => typeof(SubtitleDbContext);

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<SubtitleOptions>(configuration, SubtitleOptions.SectionName);
        services.AddSingleton<IValidateOptions<SubtitleOptions>, RulesFileValidation>();
        services.AddSingleton<CaptionRulesStore>();
        services.AddHostedService<CaptionRulesWatcher>();
        services.AddHostedService<GapWatch>();
        services.AddHostedService<CaptionLogSweep>();
        services.AddScoped<IRecurringJob, PremiumHandWatch>();

        services.AddModuleDbContext<SubtitleDbContext>(SubtitleDbContext.Schema);
        services.AddScoped<SessionCaptions>();
        services.AddScoped<HandHistory>();
        services.AddScoped<CaptionDesk>();
        services.AddScoped<CaptionLog>();
        services.AddScoped<CaptionRefresh>();
        services.AddScoped<CaptionOrders>();
        services.AddScoped<CaptionWriter>();
        services.AddScoped<CaptionSourceReader>();
        services.AddScoped<EliminationLog>();
        services.AddScoped<TournamentCaptions>();
        services.AddTournaments(configuration);
        services.AddManualData();
        services.AddScoped<DemandedOrders>();
        services.AddScoped<AskedCaptions>();
        services.AddSingleton<IPendingWork, WaitingHands>();
        services.AddSingleton<ISelfCheck, RulesCheck>();
        services.AddSingleton<ISelfCheck, CsvFolderCheck>();
    }

    /// <inheritdoc />
    public void AddMessaging(IBusRegistrationConfigurator bus, IConfiguration configuration)
    {
        bus.AddConsumer<HandCapturedConsumer, HandCapturedConsumerDefinition>();
        bus.AddConsumer<HandRevisedConsumer, HandRevisedConsumerDefinition>();
        bus.AddConsumer<HandCalledOffConsumer, HandCalledOffConsumerDefinition>();
    }

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapListRules();
        endpoints.MapAskForCaptions();
        endpoints.MapManualData();
        endpoints.MapTournaments();
    }
}
