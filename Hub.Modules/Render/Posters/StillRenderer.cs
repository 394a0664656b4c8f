using Hub.Contracts.Engine;
using Hub.Modules.Render.Engines;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Posters;

/// <summary>
/// Draws single pictures in one warm engine child of its own, one after the other: no clip waits for a picture, and no picture for a
/// clip.
/// </summary>
internal sealed class StillRenderer(EnginePool child, IOptions<PosterOptions> options) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <param name="engine">Engine that draws it.</param>
    /// <param name="clip">What to draw, and where to; the file is overwritten.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="RenderEngineException">The picture could not be made.</exception>
    /// <exception cref="EngineEndedException">The engine's process ended.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task DrawAsync(string engine, RenderClip clip, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await child.DrawStillAsync(engine, clip, TimeSpan.FromSeconds(options.Value.TimeoutSeconds), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await child.DisposeAsync();
        _turn.Dispose();
    }
}
