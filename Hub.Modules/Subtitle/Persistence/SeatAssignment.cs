namespace Hub.Modules.Subtitle.Persistence;

/// <summary>Who sits in a seat that is exported without a name.</summary>
internal sealed class SeatAssignment : ManualEntry
{
    /// <summary>Table as configured for its folder.</summary>
    public string TableName { get; set; } = "";

    public string TableKey { get; set; } = "";

    /// <summary>1 and up.</summary>
    public int Seat { get; set; }

    public string PlayerName { get; set; } = "";
}
