namespace Hub.Contracts.Engine;

/// <summary>
/// Checks clips before they are queued, in the process that takes the requests: reads the composition, measures texts with the
/// engine's own fonts, looks at the heads of pictures. It draws nothing and takes milliseconds. Safe to call from several threads.
/// </summary>
public interface IClipInspector
{
    /// <summary>Name of the engine it speaks for, as <see cref="IRenderEngine.Name"/>.</summary>
    string Engine { get; }

    /// <summary>Everything that would keep the engine from rendering a clip for good; empty when nothing is known to.</summary>
    IReadOnlyList<ClipProblem> Inspect(RenderClip clip);
}
