namespace Hub.Modules.Subtitle.Persistence;

/// <summary>What a person entered about a player.</summary>
internal sealed class Player : ManualEntry
{
    /// <summary>Full name, tidied.</summary>
    public string Name { get; set; } = "";

    /// <summary>What makes the name unique.</summary>
    public string NameKey { get; set; } = "";

    /// <summary>Short name for narrow slots.</summary>
    public string? DisplayName { get; set; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public string? Nationality { get; set; }

    /// <summary>File below the picture folder, with forward slashes.</summary>
    public string? Photo { get; set; }

    /// <summary>Championship bracelets won; null when unknown.</summary>
    public int? Bracelets { get; set; }

    /// <summary>Whole dollars; null when unknown.</summary>
    public long? TotalEarnings { get; set; }

    public bool IsKeyPlayer { get; set; }
}
