namespace Hub.Modules.Subtitle.Persistence;

/// <summary>What can happen to a hand.</summary>
internal enum HandEventKind
{
    /// <summary>It was seen for the first time.</summary>
    Captured = 0,

    /// <summary>It was exported or typed in with other content.</summary>
    Revised = 1,

    /// <summary>It was never played, and its number was given to another hand.</summary>
    CalledOff = 2,
}
