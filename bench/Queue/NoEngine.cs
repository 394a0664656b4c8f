using System.Globalization;
using Hub.Contracts.Engine;
using Hub.Modules.Render;

namespace Hub.Bench.Queue;

/// <summary>Takes the place of the engine that draws: the clip is a few bytes, so that what is measured is the way to it.</summary>
internal sealed class NoEngine : IRenderEngine
{
    public string Name => "lottie";

    public async Task<RenderedClip> RenderAsync(RenderClip clip, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(clip.OutputFile, string.Create(CultureInfo.InvariantCulture, $"{clip.Width} x {clip.Height}"), cancellationToken);
        return new RenderedClip(clip.DurationFrames!.Value);
    }

    public Task DrawStillAsync(RenderClip clip, CancellationToken cancellationToken) => throw new RenderEngineException("The bench draws no posters.", isFinal: true);

    /// <summary>The body of <c>engine-host</c>, with which a worker starts the program it runs in as an engine child.</summary>
    public static async Task ServeAsync(CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        await RenderModule.RunEngineHostAsync([new NoEngine()], input, output, cancellationToken);
    }
}
