namespace Hub.Modules.FeatureTable.Persistence;

/// <summary>A PokerGFX session. Its row is the lock under which hands of the session get their sequence and table_id.</summary>
internal sealed class SessionRow
{
    /// <summary>.NET ticks of the session's creation, as exported.</summary>
    public required long SessionId { get; init; }

    public required string Type { get; init; }

    /// <summary>The table's name as configured where the session was first found.</summary>
    public required string TableName { get; init; }

    /// <summary>Sequence of the session's last event; 0 before the first.</summary>
    public long LastSequence { get; set; }

    /// <summary>Hands in the newest copy of the session's export that was taken in.</summary>
    public int HandCount { get; set; }

    /// <summary>Start of the last hand of that copy, in .NET ticks.</summary>
    public long LastStartTicks { get; set; }

    /// <summary>Time of the last change of that copy's file, in UTC ticks.</summary>
    public long CopyModifiedTicks { get; set; }

    /// <summary>
    /// Whether no newer copy than <paramref name="copy"/> was taken in, so that its content counts; notes it as the newest then. The
    /// live file only grows: more hands are newer, and fewer say nothing. Of two as long, the one whose last hand started later is
    /// newer, since a hand that was called off has been replaced there. With the same last hand, the file that was changed later
    /// is. The same copy again still counts: it may have been taken in by half.
    /// </summary>
    public bool Follow(SessionRow copy)
    {
        if ((copy.HandCount, copy.LastStartTicks, copy.CopyModifiedTicks).CompareTo((HandCount, LastStartTicks, CopyModifiedTicks)) < 0)
            return false;

        (HandCount, LastStartTicks, CopyModifiedTicks) = (copy.HandCount, copy.LastStartTicks, copy.CopyModifiedTicks);
        return true;
    }
}
