namespace Hub.Host.Commands.Replay;

/// <summary>What the exporting machine and its operators do besides writing the file anew after each hand.</summary>
[Flags]
internal enum ReplayHabits
{
    None = 0,

    /// <summary>The last hand is written again with other end stacks before it gets those it keeps.</summary>
    Rewrites = 1,

    /// <summary>A hand is dealt, exported without events, called off, and its number given to the hand really played.</summary>
    CalledOffHands = 2,

    /// <summary>A write stops halfway for a moment, with the file already cut to that length.</summary>
    TornWrites = 4,

    /// <summary>The file is touched or written again without any change.</summary>
    Touches = 8,

    /// <summary>Earlier copies are put into other folders, and some of them again when the file has grown.</summary>
    StaleCopies = 16,

    All = Rewrites | CalledOffHands | TornWrites | Touches | StaleCopies,
}
