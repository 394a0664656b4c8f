namespace Hub.Tests.Support.Sessions;

/// <summary>An event of an export. Properties stand in the order of the file: alphabetical.</summary>
internal sealed record PgfxEvent
{
    public required long BetAmt { get; init; }

    public required string? BoardCards { get; init; }

    public required int BoardNum { get; init; }

    public string? DateTimeUTC { get; init; }

    public required string EventType { get; init; }

    public int NumCardsDrawn { get; init; }

    public required int PlayerNum { get; init; }

    public required long Pot { get; init; }

    public static PgfxEvent Of(HandEvent step) => new()
    {
        BetAmt = step.StreetTotal,
        BoardCards = step.BoardCard?.ToString(),
        BoardNum = step.BoardCard is null ? 0 : 1,
        EventType = step.Type,
        PlayerNum = step.Seat,
        Pot = step.PotBefore,
    };
}
