using Hub.Modules.FeatureTable.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.FeatureTable.ListFiles;

/// <summary><c>GET /api/v1/feature-table/files</c>: what became of the export files, bad ones first.</summary>
internal static class ListFilesEndpoint
{
    /// <summary>A season of tables has some hundred sessions; whoever has more looks at the newest.</summary>
    private const int Most = 1000;

    public static void Map(IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/api/v1/feature-table/files", HandleAsync).WithName("ListSourceFiles").WithTags("Feature table").WithSummary("Export files and what is wrong with them");

    private static async Task<Ok<List<SourceFileView>>> HandleAsync(FeatureTableDbContext database, CancellationToken cancellationToken)
    {
        var files = await database.SourceFiles.AsNoTracking()
            .OrderBy(file => file.LastError == null)
            .ThenByDescending(file => file.CheckedAt)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(files.ConvertAll(ViewOf));
    }

    private static SourceFileView ViewOf(SourceFileRow file) => new()
    {
        Source = file.Source,
        Path = file.Path,
        State = SourceFileRowConfiguration.TextOf(file.State),
        SessionId = file.SessionId?.ToString(),
        Hands = file.HandCount,
        CheckedAt = file.CheckedAt,
        LastError = file.LastError,
        Problems = file.Problems,
    };
}
