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
    /// <param name="progress">
    /// Told (frames done, frames in total), at least once in every second in which a frame was done: an engine of which no new frame is heard for
    /// some seconds is taken for hung and killed.
    /// </param>
    /// <param name="cancellationToken">Ends the work; the output file is then garbage for the caller to delete.</param>
    /// <exception cref="RenderEngineException">The clip cannot be made; says whether trying again can help.</exception>
    Task<RenderedClip> RenderAsync(RenderClip clip, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken);

    /// <summary>
    /// Draws the one frame that shows a clip best, as a PNG with straight alpha: where the composition has a marker <c>poster</c>, else the
    /// middle of its <c>hold</c>, else the middle of all. Takes a fraction of a second.
    /// </summary>
    /// <param name="clip">The clip; its size is the picture's, its format plays no part, its output file is overwritten.</param>
    /// <param name="cancellationToken">Ends the work; the output file is then garbage for the caller to delete.</param>
    /// <exception cref="RenderEngineException">The picture cannot be made; says whether trying again can help.</exception>
    Task DrawStillAsync(RenderClip clip, CancellationToken cancellationToken);
}
