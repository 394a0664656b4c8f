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

    /// <summary>Hands in the longest copy of the session's export that was taken in.</summary>
    public int HandCount { get; init; }

    /// <summary>
    /// Whether <paramref name="copy"/> may bring stored hands up to its own content. The live file only grows, so a longer
    /// copy is newer and a shorter one says nothing. Of two as long, only a file that changed under our eyes is known to be
    /// the newer: its last hand can be written again.
    /// </summary>
    public bool IsSupersededBy(SessionRow copy, bool fileWasKnown)
        => copy.HandCount > HandCount || (copy.HandCount == HandCount && fileWasKnown);
}
