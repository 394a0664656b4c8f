using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Players;
using Hub.Modules.Subtitle.Players.Import;
using Hub.Modules.Subtitle.Programme;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Subtitle.ManualData;

/// <summary>What persons enter: its services and its slice of the HTTP API.</summary>
internal static class ManualDataModule
{
    public static void AddManualData(this IServiceCollection services)
    {
        services.AddScoped<PlayerBookReader>();
        services.AddScoped<ProgrammeReader>();
        services.AddScoped<ManualStore>();
        services.AddScoped<CaptionCorrections>();
        services.AddScoped<PlayerImport>();
    }

    public static void MapManualData(this IEndpointRouteBuilder endpoints)
    {
        new ManualEndpoints<Player, PlayerData>(new PlayerKind()).Map(endpoints);
        ImportPlayersEndpoint.Map(endpoints);
        new ManualEndpoints<NameOverride, NameOverrideData>(new NameOverrideKind()).Map(endpoints);
        new ManualEndpoints<SeatAssignment, SeatAssignmentData>(new SeatAssignmentKind()).Map(endpoints);
        new ManualEndpoints<Staff, StaffData>(new StaffKind()).Map(endpoints);
        new ManualEndpoints<Venue, ProgrammeNameData>(new VenueKind()).Map(endpoints);
        new ManualEndpoints<EventSeries, ProgrammeNameData>(new EventSeriesKind()).Map(endpoints);
        new ManualEndpoints<TableAssignment, TableAssignmentData>(new TableAssignmentKind()).Map(endpoints);
    }
}
