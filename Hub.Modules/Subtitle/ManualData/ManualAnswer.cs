namespace Hub.Modules.Subtitle.ManualData;

/// <summary>How a change ended.</summary>
internal enum ManualAnswer
{
    /// <summary>The entry is as it was asked for; so it is, too, when it was that before.</summary>
    Done,

    /// <summary>There is no such entry.</summary>
    NotFound,

    /// <summary>Another entry has this name already.</summary>
    Taken,

    /// <summary>Somebody else has changed the entry since it was read.</summary>
    ChangedMeanwhile,
}
