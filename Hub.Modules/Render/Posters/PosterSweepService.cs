using Hub.Modules.Kernel;
using Hub.Modules.Render.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Modules.Render.Posters;

/// <summary>Every hour: removes the posters of instructions that are gone, and what a killed process left half-drawn.</summary>
internal sealed class PosterSweepService(IServiceScopeFactory scopes, RenderFolders folders, TimeProvider clock, ILogger<PosterSweepService> logger)
    : ResilientBackgroundService(clock, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>One that was drawn for an instruction not yet committed, or is being drawn now, is younger.</summary>
    private static readonly TimeSpan LeastAge = TimeSpan.FromMinutes(10);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folders.Posters))
        {
            return;
        }

        var before = Clock.GetUtcNow().UtcDateTime - LeastAge;
        var files = new DirectoryInfo(folders.Posters).EnumerateFiles().Where(file => file.LastWriteTimeUtc < before).ToList();
        var instructions = files.Select(file => PosterFile.InstructionOf(file.Name)).OfType<int>().Distinct().ToList();
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RenderDbContext>();
        var known = await db.Instructions.Where(instruction => instructions.Contains(instruction.Id)).Select(instruction => instruction.Id).ToHashSetAsync(cancellationToken);
        foreach (var file in files.Where(file => file.Extension == ".part" || (PosterFile.InstructionOf(file.Name) is { } id && !known.Contains(id))))
        {
            file.Delete();
        }
    }

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        await SweepAsync(stoppingToken);
        await Task.Delay(Interval, Clock, stoppingToken);
    }
}
