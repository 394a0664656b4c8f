using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>Errors that lie in the composition's file: a person must mend it, trying again cannot help.</summary>
internal static class CompositionError
{
    /// <summary>A final error that names the file and says what is wrong in it.</summary>
    public static RenderEngineException In(string file, string problem, Exception? cause = null)
        => new($"Composition '{file}' {problem}", isFinal: true, cause);
}
