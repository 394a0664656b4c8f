namespace Hub.Tests.Support.Sessions;

/// <summary>The blinds of an exported hand. Properties stand in the order of the file: alphabetical.</summary>
internal sealed record PgfxBlinds
{
    public string AnteType { get; init; } = "BB_ANTE_BB1ST";

    public required long BigBlindAmt { get; init; }

    public required int BigBlindPlayerNum { get; init; }

    public int BlindLevel { get; init; }

    public required int ButtonPlayerNum { get; init; }

    public required long SmallBlindAmt { get; init; }

    public required int SmallBlindPlayerNum { get; init; }

    public long ThirdBlindAmt { get; init; }

    public int ThirdBlindPlayerNum { get; init; }
}
