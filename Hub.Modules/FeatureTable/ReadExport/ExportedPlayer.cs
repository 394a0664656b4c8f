using System.Text.Json.Serialization;

namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>A seat of an exported hand.</summary>
internal sealed record ExportedPlayer
{
    [JsonRequired]
    public int PlayerNum { get; init; }

    [JsonRequired]
    public string Name { get; init; } = "";

    public string? LongName { get; set; }

    [JsonRequired]
    public long StartStackAmt { get; init; }

    [JsonRequired]
    public long EndStackAmt { get; init; }

    /// <summary>A list of one string, <c>10d 9d</c> or empty.</summary>
    public IReadOnlyList<string?>? HoleCards { get; set; }

    public bool SittingOut { get; set; }

    /// <summary>-1, or the place in which the player went out.</summary>
    public int EliminationRank { get; set; } = -1;

    public int VPIPPercent { get; set; }
}
