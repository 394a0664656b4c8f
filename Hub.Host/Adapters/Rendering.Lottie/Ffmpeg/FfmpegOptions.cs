using System.ComponentModel.DataAnnotations;

namespace Hub.Adapters.Rendering.Lottie.Ffmpeg;

/// <summary>The encoder.</summary>
internal sealed class FfmpegOptions
{
    public const string SectionName = "Ffmpeg";

    /// <summary>Program to start: a name that is looked up in PATH, or an absolute path.</summary>
    [Required]
    public string Path { get; init; } = "ffmpeg";

    /// <summary>How long ffmpeg may take for one frame, or to finish the file, before it is killed.</summary>
    [Range(1, 600)]
    public int StallSeconds { get; init; } = 30;
}
