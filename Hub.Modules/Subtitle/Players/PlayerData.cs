using Hub.Modules.Subtitle.ManualData;

namespace Hub.Modules.Subtitle.Players;

/// <summary>A player as the API takes and shows him.</summary>
internal sealed record PlayerData : ManualEntryData
{
    /// <summary>Full name; required, unique.</summary>
    public string? Name { get; init; }

    /// <summary>Short name for narrow slots.</summary>
    public string? DisplayName { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Nationality { get; init; }

    /// <summary>Picture below the picture folder: <c>players/kim.png</c>.</summary>
    public string? Photo { get; init; }

    /// <summary>0 to 99.</summary>
    public int? Bracelets { get; init; }

    /// <summary>Whole dollars.</summary>
    public long? TotalEarnings { get; init; }

    public bool IsKeyPlayer { get; init; }
}
