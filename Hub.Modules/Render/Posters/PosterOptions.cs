using System.ComponentModel.DataAnnotations;

namespace Hub.Modules.Render.Posters;

/// <summary>Still pictures of instructions.</summary>
internal sealed class PosterOptions
{
    public const string SectionName = "Render:Posters";

    /// <summary>Whether every instruction that is accepted gets one at once; without, one is drawn when somebody asks for it.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Pixels; the height follows from the clip's.</summary>
    [Range(64, 1920)]
    public int Width { get; set; } = 960;

    /// <summary>Seconds one may take.</summary>
    [Range(1, 120)]
    public int TimeoutSeconds { get; set; } = 20;
}
