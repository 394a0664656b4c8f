using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Tournaments.Import;
using Hub.Modules.Subtitle.Tournaments.Show;
using Hub.Modules.Subtitle.WatchCsv;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Subtitle.Tournaments;

/// <summary>Tournaments: what reads WSOP+'s files, who reads what they said, and its slice of the HTTP API.</summary>
internal static class TournamentsModule
{
    public static void AddTournaments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddValidatedOptions<CsvOptions>(configuration, CsvOptions.SectionName);
        services.AddScoped<TournamentReader>();
        services.AddScoped<TournamentOfTable>();
        services.AddScoped<ScheduleReader>();
        services.AddScoped<TournamentUpdate>();
        services.AddScoped<TournamentImport>();
        services.AddScoped<ScheduleImport>();
        services.AddScoped<CsvIntake>();
        services.AddSingleton<IStatsSource, TournamentStats>();
        if (configuration[$"{SubtitleOptions.SectionName}:{nameof(SubtitleOptions.CsvFolder)}"] is { Length: > 0 })
            AddWatcher(services);
    }

    public static void MapTournaments(this IEndpointRouteBuilder endpoints)
    {
        ListTournamentsEndpoint.Map(endpoints);
        GetTournamentEndpoint.Map(endpoints);
        ListCsvFilesEndpoint.Map(endpoints);
    }

    private static void AddWatcher(IServiceCollection services)
    {
        services.AddSingleton<CsvFolder>();
        services.AddSingleton<CsvLedger>();
        services.AddSingleton<CsvFolderLook>();
        services.AddSingleton<IPendingWork, UnreadCsvFiles>();
        services.AddHostedService<CsvFolderWatcher>();
    }
}
