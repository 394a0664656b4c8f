namespace Hub.Modules.Subtitle.Persistence;

/// <summary>A name of which captions use the current one, if there is one.</summary>
internal abstract class ProgrammeName : ManualEntry
{
    public string Name { get; set; } = "";

    public string NameKey { get; set; } = "";

    /// <summary>At most one row of a table is.</summary>
    public bool IsCurrent { get; set; }
}
