namespace Hub.Modules.FeatureTable.Persistence;

/// <summary>A PokerGFX session. Its row is the lock under which hands of the session get their sequence and table_id.</summary>
internal sealed class SessionRow
{
    /// <summary>.NET ticks of the session's creation, as exported.</summary>
    public required long SessionId { get; init; }

    public required string Type { get; init; }

    /// <summary>The table's name as configured where the session was first found.</summary>
    public required string TableName { get; init; }

    /// <summary>Sequence of the hand stored last; 0 before the first.</summary>
    public long LastSequence { get; set; }
}
