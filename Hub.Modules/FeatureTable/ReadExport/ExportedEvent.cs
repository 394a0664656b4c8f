using System.Text.Json.Serialization;

namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>An event of an exported hand.</summary>
internal sealed record ExportedEvent
{
    [JsonRequired]
    public string EventType { get; init; } = "";

    /// <summary>The seat; 0 for a board card.</summary>
    [JsonRequired]
    public int PlayerNum { get; init; }

    /// <summary>What the player has in on this street after the action.</summary>
    [JsonRequired]
    public long BetAmt { get; init; }

    /// <summary>The pot before the action; 0 for a fold or a board card.</summary>
    [JsonRequired]
    public long Pot { get; init; }

    public string? BoardCards { get; set; }

    public int BoardNum { get; set; }
}
