using System.Text.Json.Serialization;

namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>A hand as PokerGFX writes it; fields that the hub does not use are left out.</summary>
internal sealed record ExportedHand
{
    [JsonRequired]
    public int HandNum { get; init; }

    [JsonRequired]
    public string StartDateTimeUTC { get; init; } = "";

    /// <summary>ISO 8601: <c>PT35M37.2477537S</c>.</summary>
    [JsonRequired]
    public string Duration { get; init; } = "";

    public string GameVariant { get; set; } = "HOLDEM";

    [JsonRequired]
    public long AnteAmt { get; init; }

    [JsonRequired]
    public ExportedBlinds FlopDrawBlinds { get; init; } = new();

    [JsonRequired]
    public IReadOnlyList<ExportedPlayer> Players { get; init; } = [];

    [JsonRequired]
    public IReadOnlyList<ExportedEvent> Events { get; init; } = [];
}
