namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>
/// The files that WSOP+ exports, in the order in which those are dealt with that changed together: what happens in a tournament is
/// seen in the last one, and captions of it are written from what all of them say.
/// </summary>
internal enum CsvFileKind
{
    /// <summary><c>blind_structure.csv</c></summary>
    BlindStructure = 0,

    /// <summary><c>payout_structure.csv</c></summary>
    PayoutStructure = 1,

    /// <summary><c>player_chips.csv</c></summary>
    PlayerChips = 2,

    /// <summary><c>broadcast_schedule.csv</c></summary>
    BroadcastSchedule = 3,

    /// <summary><c>tournament_data.csv</c></summary>
    TournamentData = 4,
}
