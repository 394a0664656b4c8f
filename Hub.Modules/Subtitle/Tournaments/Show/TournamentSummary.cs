namespace Hub.Modules.Subtitle.Tournaments.Show;

/// <summary>A tournament in a list. Amounts are whole dollars.</summary>
internal sealed record TournamentSummary
{
    public required string EventCode { get; init; }

    public required string Name { get; init; }

    /// <summary>Number as exported; null where no file names the tournament.</summary>
    public int? Number { get; init; }

    /// <summary>scheduled, registration, running, paused, final_table, completed or cancelled; null where no file names the tournament.</summary>
    public string? Status { get; init; }

    public required int BuyIn { get; init; }

    public required int PrizePool { get; init; }

    public required int Entries { get; init; }

    public required int RemainingPlayers { get; init; }

    public required int PlacesPaid { get; init; }

    public required int CurrentLevel { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }
}
