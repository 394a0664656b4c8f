namespace Hub.Modules.Subtitle.Persistence;

/// <summary>Which tournament is played at a feature table.</summary>
internal sealed class TableAssignment : ManualEntry
{
    /// <summary>Table as configured for its folder.</summary>
    public string TableName { get; set; } = "";

    public string TableKey { get; set; } = "";

    /// <summary>The tournament; it may be imported later than it is assigned.</summary>
    public string EventCode { get; set; } = "";
}
