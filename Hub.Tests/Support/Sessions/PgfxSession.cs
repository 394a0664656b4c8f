namespace Hub.Tests.Support.Sessions;

/// <summary>Top level of an export. Properties stand in the order of the file: alphabetical.</summary>
internal sealed record PgfxSession
{
    public required string CreatedDateTimeUTC { get; init; }

    public string EventTitle { get; init; } = "";

    public required IReadOnlyList<PgfxHand> Hands { get; init; }

    public required long ID { get; init; }

    public IReadOnlyList<int> Payouts { get; init; } = new int[10];

    public string SoftwareVersion { get; init; } = "PokerGFX 3.2";

    public required string Type { get; init; }

    /// <summary>The file as it stood after hand <paramref name="count"/>.</summary>
    public PgfxSession After(int count) => this with { Hands = [.. Hands.Take(count)] };
}
