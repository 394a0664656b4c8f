using System.ComponentModel.DataAnnotations;

namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>Where fonts are found, and which ones step in for characters that a template's own font lacks.</summary>
internal sealed class FontOptions
{
    public const string SectionName = "Fonts";

    /// <summary>Folders searched with all their subfolders. Empty: the system's own font folders.</summary>
    [Required]
    public IList<string> Folders { get; init; } = [];

    /// <summary>Families tried in this order for a character that the template's font lacks. Empty: <see cref="SystemFonts.Fallbacks"/>.</summary>
    [Required]
    public IList<string> Fallbacks { get; init; } = [];
}
