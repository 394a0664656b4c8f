namespace Hub.Contracts.Engine;

/// <summary>
/// Draws compositions into clips. Runs inside an engine child process, one clip at a time; a native crash costs that
/// child only. Adapters to rendering technology implement this.
/// </summary>
public interface IRenderEngine
{
    /// <summary>Name that a template's description refers to, e.g. <c>lottie</c>.</summary>
    string Name { get; }

    /// <summary>Renders one clip.</summary>
    /// <param name="clip">What to render, and where to.</param>
    /// <param name="progress">Told (frames done, frames in total) now and then.</param>
    /// <param name="cancellationToken">Ends the work; the output file is then garbage for the caller to delete.</param>
    /// <exception cref="RenderEngineException">The clip cannot be made; says whether trying again can help.</exception>
    Task<RenderedClip> RenderAsync(RenderClip clip, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken);
}
