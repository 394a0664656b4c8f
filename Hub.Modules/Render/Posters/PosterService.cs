using Hub.Contracts.Engine;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Templates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Posters;

/// <summary>Draws posters as instructions are accepted. Before the first it draws one that nobody sees, so that its engine is warm.</summary>
internal sealed partial class PosterService(
    PosterQueue queue,
    PosterStore posters,
    StillRenderer stills,
    TemplateCatalog templates,
    RenderFolders folders,
    IOptions<PosterOptions> options,
    TimeProvider clock,
    ILogger<PosterService> logger) : ResilientBackgroundService(clock, logger)
{
    // Of a burst, posters take a quarter of the time of one core; clips have the rest.
    private const int RestAfterEach = 3;

    private bool _isWarm;

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        if (!_isWarm)
        {
            _isWarm = true;
            await WarmUpAsync(stoppingToken);
        }

        var subject = await queue.NextAsync(stoppingToken);
        var startedAt = Clock.GetTimestamp();
        try
        {
            await posters.GetAsync(subject, stoppingToken);
        }
        catch (PosterException exception)
        {
            NotDrawn(logger, subject.InstructionId, exception);
        }

        if (queue.IsCrowded)
        {
            await Task.Delay(Clock.GetElapsedTime(startedAt) * RestAfterEach, Clock, stoppingToken);
        }
    }

    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        if (templates.All.FirstOrDefault() is not { } template)
        {
            return;
        }

        var file = Path.Combine(Directory.CreateDirectory(folders.Posters).FullName, $"warm-up-{Guid.NewGuid():N}.part");
        try
        {
            var settings = new OutputSettings(ClipFormat.MovAlpha, options.Value.Width, Height: options.Value.Width * 9 / 16);
            await stills.DrawAsync(template.Description.Engine, template.Probe() with { Width = settings.Width!.Value, Height = settings.Height!.Value, OutputFile = file }, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            NotWarm(logger, exception);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "No poster of instruction {InstructionId}")]
    private static partial void NotDrawn(ILogger logger, int instructionId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The engine for posters could not be warmed up; the first one takes longer")]
    private static partial void NotWarm(ILogger logger, Exception exception);
}
