namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>The files that WSOP+ exports, in the order in which they are dealt with.</summary>
internal enum CsvFileKind
{
    /// <summary><c>tournament_data.csv</c></summary>
    TournamentData = 0,

    /// <summary><c>blind_structure.csv</c></summary>
    BlindStructure = 1,

    /// <summary><c>payout_structure.csv</c></summary>
    PayoutStructure = 2,

    /// <summary><c>player_chips.csv</c></summary>
    PlayerChips = 3,

    /// <summary><c>broadcast_schedule.csv</c></summary>
    BroadcastSchedule = 4,
}
