namespace Hub.Modules.Subtitle.ReadCsv.Formats;

/// <summary>How far a tournament is.</summary>
internal enum TournamentStatus
{
    /// <summary>To come: <c>scheduled</c>, <c>upcoming</c>.</summary>
    Scheduled = 0,

    /// <summary>Entries are taken: <c>registration</c>, <c>reg_open</c>.</summary>
    Registration = 1,

    /// <summary>Hands are dealt: <c>running</c>, <c>active</c>, <c>in_progress</c>.</summary>
    Running = 2,

    /// <summary>A break, or the night between two days: <c>paused</c>, <c>break</c>.</summary>
    Paused = 3,

    /// <summary>Hands are dealt at the last table: <c>final_table</c>, <c>ft</c>.</summary>
    FinalTable = 4,

    /// <summary>Over: <c>completed</c>, <c>finished</c>, <c>done</c>.</summary>
    Completed = 5,

    /// <summary>Not to be played: <c>cancelled</c>, <c>canceled</c>.</summary>
    Cancelled = 6,
}
