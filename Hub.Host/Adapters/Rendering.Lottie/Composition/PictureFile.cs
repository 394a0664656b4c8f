using Hub.Contracts.Engine;
using SkiaSharp;

namespace Hub.Adapters.Rendering.Lottie.Composition;

/// <summary>A picture from outside, checked before a pixel of it is read.</summary>
internal static class PictureFile
{
    private const long MostBytes = 20 * 1024 * 1024;
    private const int LargestSide = 8192;

    /// <summary>What keeps a file from being drawn, in words for the operator; null when nothing does. Reads the head of the file only.</summary>
    public static string? ProblemOf(string file)
    {
        try
        {
            using var codec = Open(file);
            return null;
        }
        catch (RenderEngineException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Reads the pixels.</summary>
    /// <exception cref="RenderEngineException">The file is missing, no PNG or JPEG, too large, or damaged.</exception>
    public static SKBitmap Read(string file)
    {
        using var codec = Open(file);
        return SKBitmap.Decode(codec) ?? throw Error(file, "is damaged");
    }

    private static SKCodec Open(string file)
    {
        try
        {
            var size = new FileInfo(file).Length;
            if (size > MostBytes) throw Error(file, $"has {size:N0} bytes; at most {MostBytes:N0} are allowed");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Error(file, $"cannot be read: {exception.Message}", exception);
        }

        var codec = SKCodec.Create(file);
        var problem = codec switch
        {
            null or { EncodedFormat: not (SKEncodedImageFormat.Png or SKEncodedImageFormat.Jpeg) } => "is no PNG or JPEG picture",
            { Info: { Width: > LargestSide } or { Height: > LargestSide } } => $"is {codec.Info.Width} × {codec.Info.Height} pixels large; at most {LargestSide} a side are allowed",
            _ => null,
        };
        if (problem is null) return codec!;

        codec?.Dispose();
        throw Error(file, problem);
    }

    private static RenderEngineException Error(string file, string problem, Exception? cause = null)
        => new($"The picture '{file}' {problem}.", isFinal: true, cause);
}
