namespace Hub.Modules.Subtitle.Persistence;

/// <summary>A name that is exported wrong, and how captions shall write it.</summary>
internal sealed class NameOverride : ManualEntry
{
    public string ExportedName { get; set; } = "";

    /// <summary>What makes the exported name unique.</summary>
    public string ExportedKey { get; set; } = "";

    public string CorrectedName { get; set; } = "";
}
