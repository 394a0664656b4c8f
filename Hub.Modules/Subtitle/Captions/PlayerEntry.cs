namespace Hub.Modules.Subtitle.Captions;

/// <summary>What is known of a player beyond the export.</summary>
/// <param name="Name">Full name.</param>
/// <param name="DisplayName">Short name for narrow slots, or null.</param>
/// <param name="Nationality">ISO 3166-1 alpha-2, or null.</param>
/// <param name="Photo">File below the picture folder, or null.</param>
/// <param name="Bracelets">Championship bracelets won, or null.</param>
/// <param name="TotalEarnings">Whole dollars, or null.</param>
internal sealed record PlayerEntry(string Name, string? DisplayName, string? Nationality, string? Photo, int? Bracelets = null, long? TotalEarnings = null);
