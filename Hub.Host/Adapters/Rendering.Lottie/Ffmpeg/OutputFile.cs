using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie.Ffmpeg;

/// <summary>The file a clip is written to: ours alone from the start, on disk at the end.</summary>
internal static class OutputFile
{
    /// <summary>Creates the file, so that no other writer can have it.</summary>
    /// <exception cref="RenderEngineException">It exists, or cannot be created.</exception>
    public static void Create(string path)
    {
        try
        {
            using var created = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        }
        catch (IOException exception) when (File.Exists(path))
        {
            throw new RenderEngineException($"Output file '{path}' exists already and is not overwritten.", isFinal: true, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RenderEngineException($"Output file '{path}' cannot be created: {exception.Message}", isFinal: false, exception);
        }
    }

    /// <summary>Makes sure that the content survives a power cut.</summary>
    public static void Flush(string path)
    {
        try
        {
            using var written = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
            written.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RenderEngineException($"Output file '{path}' cannot be flushed to disk: {exception.Message}", isFinal: false, exception);
        }
    }
}
