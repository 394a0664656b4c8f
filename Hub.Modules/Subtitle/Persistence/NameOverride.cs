namespace Hub.Modules.Subtitle.Persistence;

/// <summary>A name that is exported wrong, and how captions shall write it.</summary>
internal sealed class NameOverride : ManualEntry
{
    public required string ExportedName { get; set; }

    /// <summary>What makes the exported name unique.</summary>
    public required string ExportedKey { get; set; }

    public required string CorrectedName { get; set; }
}
