namespace Hub.Modules.Subtitle.ManualData;

/// <summary>
/// An entry as the API takes and shows it. What is got can be sent back changed: of these fields only <see cref="Version"/>
/// then counts, and it keeps one person from overwriting what another has written meanwhile.
/// </summary>
internal abstract record ManualEntryData
{
    public int? Id { get; init; }

    /// <summary>Another one after each change; the ETag, too.</summary>
    public string? Version { get; init; }

    /// <summary>Login that changed it last.</summary>
    public string? ChangedBy { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }
}
