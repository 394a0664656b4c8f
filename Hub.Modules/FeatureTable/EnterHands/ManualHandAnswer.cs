namespace Hub.Modules.FeatureTable.EnterHands;

/// <summary>How storing a hand that was typed in ended.</summary>
internal enum ManualHandAnswer
{
    /// <summary>It is stored as it was asked for; so it is, too, when it was that before.</summary>
    Stored,

    /// <summary>There is no such hand.</summary>
    NotFound,

    /// <summary>The table has a hand of this number, typed in on the same day.</summary>
    NumberTaken,

    /// <summary>The readers did get a hand of this table with this number, or at this moment.</summary>
    ReadFromTable,

    /// <summary>The hand was not typed in here, so it cannot be corrected here.</summary>
    NotManual,

    /// <summary>Somebody else has corrected it since it was read.</summary>
    ChangedMeanwhile,
}
