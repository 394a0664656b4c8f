using Hub.Contracts.Engine;

namespace Hub.Modules.Render.Clips;

/// <summary>What a format is on disk.</summary>
/// <param name="Extension">With its point; empty for a folder of pictures.</param>
/// <param name="ContentType">MIME type; a folder is given out as a zip.</param>
internal sealed record ClipFileType(string Extension, string ContentType)
{
    private static readonly ClipFileType QuickTime = new(".mov", "video/quicktime");
    private static readonly ClipFileType Mp4 = new(".mp4", "video/mp4");
    private static readonly ClipFileType Sequence = new("", "application/zip");

    public static ClipFileType Of(ClipFormat format) => format switch
    {
        ClipFormat.PngSequence => Sequence,
        ClipFormat.Mp4 => Mp4,
        _ => QuickTime,
    };

    /// <summary>Of a clip that is there, whoever made it.</summary>
    public static ClipFileType Of(FileSystemInfo clip)
        => clip is DirectoryInfo ? Sequence : string.Equals(clip.Extension, Mp4.Extension, StringComparison.OrdinalIgnoreCase) ? Mp4 : QuickTime;
}
