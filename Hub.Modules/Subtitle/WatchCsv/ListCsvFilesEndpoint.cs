using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.WatchCsv;

/// <summary><c>GET /api/v1/csv-files</c>: the five files of WSOP+, and what is wrong with them.</summary>
internal static class ListCsvFilesEndpoint
{
    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/api/v1/csv-files", HandleAsync).WithName("ListCsvFiles").WithTags("Tournaments").WithSummary("WSOP+ files and what is wrong with them");

    private static async Task<Ok<List<CsvFileView>>> HandleAsync(SubtitleDbContext database, CancellationToken cancellationToken)
    {
        var files = await database.CsvFiles.AsNoTracking().ToDictionaryAsync(file => file.Name, StringComparer.Ordinal, cancellationToken);
        return TypedResults.Ok(CsvFileNames.All.Select(name => ViewOf(name, files.GetValueOrDefault(name))).ToList());
    }

    private static CsvFileView ViewOf(string name, CsvFile? file) => new()
    {
        Name = name,
        Path = file?.Path,
        State = file is null ? "missing" : file.LastError is null ? "read" : "bad",
        Rows = file?.Rows ?? 0,
        RefusedRows = file?.RefusedRows ?? 0,
        RemovedEntries = file?.RemovedEntries ?? 0,
        CheckedAt = file?.CheckedAt,
        LastError = file?.LastError,
        Problems = file?.Problems ?? [],
    };
}
