using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>Errors that lie in the composition's file: a person must mend it, trying again cannot help.</summary>
internal static class CompositionError
{
    /// <summary>A final error that names the file and says what is wrong in it.</summary>
    public static RenderEngineException In(string file, string problem, Exception? cause = null)
        => new($"Composition '{file}' {problem}", isFinal: true, cause);

    /// <summary>True for what reading JSON of another shape than expected throws.</summary>
    public static bool IsBehind(Exception exception) => exception is InvalidOperationException or FormatException;

    /// <summary>A final error that names the file and what is no part of a Lottie composition.</summary>
    public static RenderEngineException In(string file, Exception cause) => In(file, $"is not a Lottie composition: {cause.Message}", cause);
}
