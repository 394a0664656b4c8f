namespace Hub.Modules.Subtitle.ReadCsv.Formats;

/// <summary>A row of <c>tournament_data.csv</c>. Amounts are whole dollars or chips.</summary>
internal sealed record TournamentEntry : ICsvEntry
{
    public required string Name { get; init; }

    /// <summary>What a player pays in all, the fee included.</summary>
    public required int BuyIn { get; init; }

    /// <summary>The part of it that the house keeps; null when it is not stated.</summary>
    public int? Fee { get; init; }

    /// <summary>Chips each entry starts with.</summary>
    public required long StartingChips { get; init; }

    /// <summary>0 before the first.</summary>
    public required int CurrentLevel { get; init; }

    public required int RemainingPlayers { get; init; }

    /// <summary>Entries, re-entries among them.</summary>
    public required int RegisteredPlayers { get; init; }

    /// <summary>Null when it is not stated.</summary>
    public int? PrizePool { get; init; }

    public required TournamentStatus Status { get; init; }

    /// <summary>A tournament has one row.</summary>
    public string Key => "";
}
