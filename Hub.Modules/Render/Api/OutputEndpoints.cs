using System.IO.Compression;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Clips;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using Hub.Modules.Render.Previews;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Api;

/// <summary>Reads outputs and serves their files.</summary>
internal static class OutputEndpoints
{
    private const string Tag = "Render outputs";
    private const int UsualFramesPerSecond = 30;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/api/v1/outputs", ListAsync).WithName("ListOutputs").WithTags(Tag).WithSummary("Finished clips, newest first; filter: stale");
        endpoints.MapGet("/api/v1/outputs/{id:int}", GetAsync).WithName("GetOutput").WithTags(Tag).WithSummary("One finished clip");
        endpoints.MapGet("/api/v1/outputs/{id:int}/clip", GetClipAsync).WithName("GetClip").WithTags(Tag).WithSummary("The clip itself, in ranges; a sequence of pictures as a zip");
        endpoints.MapGet("/api/v1/outputs/{id:int}/preview", GetPreviewAsync).WithName("GetPreview").WithTags(Tag).WithSummary("A small WebM with alpha that a browser plays");
    }

    private static async Task<Results<Ok<Page<OutputView>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageRequest page, bool? stale, RenderDbContext db, CancellationToken cancellationToken)
    {
        if (page.Problem() is { } problem)
            return problem;

        var rows = await db.OutputViews()
            .Where(output => (page.Before == null || output.Id < page.Before) && (stale == null || output.StaleSince != null == stale))
            .Take(page.Size + 1).ToListAsync(cancellationToken);
        var items = rows.Take(page.Size).ToList();
        return TypedResults.Ok(new Page<OutputView>(items, rows.Count > items.Count ? items[^1].Id : null));
    }

    private static async Task<Results<Ok<OutputView>, ProblemHttpResult>> GetAsync(int id, RenderDbContext db, CancellationToken cancellationToken)
        => await db.OutputViews().SingleOrDefaultAsync(output => output.Id == id, cancellationToken) is { } output ? TypedResults.Ok(output) : Problems.NoOutput(id);

    private static async Task<Results<PhysicalFileHttpResult, PushStreamHttpResult, ProblemHttpResult>> GetClipAsync(
        int id, HttpContext http, RenderDbContext db, ServedClips clips, CancellationToken cancellationToken)
    {
        if (await db.Outputs.AsNoTracking().SingleOrDefaultAsync(output => output.Id == id, cancellationToken) is not { } output)
            return Problems.NoOutput(id);
        if (output.RemovedAt is not null)
            return Problems.ClipRemoved(id);

        return clips.Find(output.OutputPath) switch
        {
            FileInfo file => TypedResults.PhysicalFile(file.FullName, ClipFileType.Of(file).ContentType, file.Name, new DateTimeOffset(file.LastWriteTimeUtc), enableRangeProcessing: true),
            DirectoryInfo folder => Zip(http, folder),
            _ => NotServed(output),
        };
    }

    private static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> GetPreviewAsync(
        int id, RenderDbContext db, ServedClips clips, PreviewStore previews, CancellationToken cancellationToken)
    {
        if (await db.Outputs.AsNoTracking().SingleOrDefaultAsync(output => output.Id == id, cancellationToken) is not { } output)
            return Problems.NoOutput(id);
        if (output.RemovedAt is not null)
            return Problems.ClipRemoved(id);
        if (clips.Find(output.OutputPath) is not { } file)
            return NotServed(output);

        try
        {
            return TypedResults.PhysicalFile(await previews.GetAsync(id, file, await PaceAsync(db, output, cancellationToken), cancellationToken), "video/webm", enableRangeProcessing: true);
        }
        catch (PreviewException exception)
        {
            return Problems.Of(StatusCodes.Status500InternalServerError, "preview_failed", "No preview", exception.Message);
        }
    }

    /// <summary>Pictures are packed already; the zip only holds them together, and is made while it is sent.</summary>
    private static PushStreamHttpResult Zip(HttpContext http, DirectoryInfo folder)
    {
        // .NET ends each entry with a few bytes that it writes synchronously.
        http.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return TypedResults.Stream(
            body => ZipFile.CreateFromDirectoryAsync(folder.FullName, body, CompressionLevel.NoCompression, includeBaseDirectory: true, http.RequestAborted),
            ClipFileType.Of(folder).ContentType, $"{folder.Name}.zip");
    }

    /// <summary>Frames a second that the clip's instruction asked for; the usual ones where it asked for none.</summary>
    private static async Task<int> PaceAsync(RenderDbContext db, RenderOutput output, CancellationToken cancellationToken)
    {
        try
        {
            var settings = await db.Instructions.Where(row => row.Id == output.InstructionId).Select(row => row.OutputSettingsJson).SingleAsync(cancellationToken);
            return OutputSettings.Read(settings).FramesPerSecond ?? UsualFramesPerSecond;
        }
        catch (FormatException)
        {
            return UsualFramesPerSecond;
        }
    }

    private static ProblemHttpResult NotServed(RenderOutput output)
        => Problems.Of(
            StatusCodes.Status404NotFound,
            "clip_not_found",
            "No clip here",
            $"'{output.OutputPath}' does not exist on this machine or lies outside the output folder and Render:OutputRoots. Ask the host that made it ({output.Worker}).");
}
