using Hub.Contracts.Engine;

namespace Hub.Adapters.Rendering.Lottie.Encoders;

/// <summary>The file, or the folder of a sequence, that a clip is written to: ours alone from the start, on disk at the end.</summary>
internal static class OutputFile
{
    /// <summary>Creates it, so that no other writer can have it.</summary>
    /// <exception cref="RenderEngineException">It exists, or cannot be created.</exception>
    public static void Create(RenderClip clip)
    {
        try
        {
            if (clip.Format == ClipFormat.PngSequence)
            {
                if (Path.Exists(clip.OutputFile)) throw new IOException("It exists.");
                Directory.CreateDirectory(clip.OutputFile);
            }
            else
            {
                using var created = new FileStream(clip.OutputFile, FileMode.CreateNew, FileAccess.Write);
            }
        }
        catch (IOException exception) when (Path.Exists(clip.OutputFile))
        {
            throw new RenderEngineException($"Output file '{clip.OutputFile}' exists already and is not overwritten.", isFinal: true, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RenderEngineException($"Output file '{clip.OutputFile}' cannot be created: {exception.Message}", isFinal: false, exception) { IsOutputFault = true };
        }
    }

    /// <summary>Makes sure that the content survives a power cut.</summary>
    public static void Flush(RenderClip clip)
    {
        try
        {
            foreach (var file in clip.Format == ClipFormat.PngSequence ? Directory.GetFiles(clip.OutputFile) : [clip.OutputFile])
            {
                using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
                written.Flush(flushToDisk: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RenderEngineException($"Output file '{clip.OutputFile}' cannot be flushed to disk: {exception.Message}", isFinal: false, exception) { IsOutputFault = true };
        }
    }
}
