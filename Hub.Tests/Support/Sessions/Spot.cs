namespace Hub.Tests.Support.Sessions;

/// <summary>What a player knows when it is their turn.</summary>
internal sealed record Spot
{
    public required Card High { get; init; }

    public required Card Low { get; init; }

    public required IReadOnlyList<Card> Board { get; init; }

    public required BlindLevel Level { get; init; }

    /// <summary>Chips behind.</summary>
    public required long Stack { get; init; }

    /// <summary>What the player has in on this street.</summary>
    public required long StreetTotal { get; init; }

    /// <summary>The street total to call.</summary>
    public required long ToMatch { get; init; }

    public required long Pot { get; init; }

    /// <summary>Raises on this street, an opening bet after the flop among them.</summary>
    public required int Raises { get; init; }

    public long BigBlind => Level.BigBlind;

    public long ToCall => ToMatch - StreetTotal;

    /// <summary>The street total with the last chip in.</summary>
    public long AllIn => StreetTotal + Stack;

    /// <summary>Down to whole chips.</summary>
    public long Round(double amount) => (long)(amount / Level.Chip) * Level.Chip;
}
