using System.ComponentModel.DataAnnotations;

namespace Hub.Modules.Render.Previews;

/// <summary>How previews are made.</summary>
internal sealed class PreviewOptions
{
    public const string SectionName = "Render:Preview";

    /// <summary>Program to start: a name that is looked up in PATH, or an absolute path.</summary>
    [Required]
    public string Ffmpeg { get; set; } = "ffmpeg";

    /// <summary>Seconds one preview may take.</summary>
    [Range(5, 600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>Pixels.</summary>
    [Range(64, 1920)]
    public int Width { get; set; } = 640;
}
