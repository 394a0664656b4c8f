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

    /// <summary>SHA-256 of that copy, in hex; empty before the first.</summary>
    public string CopyHash { get; set; } = "";

    /// <summary>Hashes of copies as long as that one, with the same last hand, which it or one of them took the place of.</summary>
    public IReadOnlyList<string> FormerCopyHashes { get; set; } = [];

    /// <summary>
    /// Whether no newer copy than <paramref name="copy"/> was taken in, so that its content counts; notes it as the newest then.
    /// The same copy again still counts: it may have been taken in by half.
    /// </summary>
    /// <param name="copy">The session as the copy states it.</param>
    /// <param name="replacedHash">Hash of what the copy's file held before, where that is known.</param>
    public bool Follow(SessionRow copy, string? replacedHash)
    {
        // The live file only grows. Of two as long, the later start is that of the hand played in place of one called off.
        var growth = (copy.HandCount, copy.LastStartTicks).CompareTo((HandCount, LastStartTicks));
        if (growth < 0)
            return false;
        if (growth == 0 && copy.CopyHash == CopyHash)
            return true;
        if (growth == 0 && !IsReplacedBy(copy, replacedHash))
            return false;

        FormerCopyHashes = growth > 0 ? [] : [.. FormerCopyHashes, CopyHash];
        (HandCount, LastStartTicks, CopyModifiedTicks, CopyHash) = (copy.HandCount, copy.LastStartTicks, copy.CopyModifiedTicks, copy.CopyHash);
        return true;
    }

    /// <summary>
    /// Of two contents with the same hands, the one that was seen to take the other's place is newer, whatever the clocks say; where
    /// nobody saw it, the one whose file was changed later. A copy made late of what had been replaced stays old.
    /// </summary>
    private bool IsReplacedBy(SessionRow copy, string? replacedHash)
    {
        if (replacedHash == CopyHash)
            return true;
        if (FormerCopyHashes.Contains(copy.CopyHash))
            return false;

        var later = copy.CopyModifiedTicks.CompareTo(CopyModifiedTicks);
        return later > 0 || (later == 0 && string.CompareOrdinal(copy.CopyHash, CopyHash) > 0);
    }
}
