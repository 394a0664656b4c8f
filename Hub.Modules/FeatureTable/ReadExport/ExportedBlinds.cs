using System.Text.Json.Serialization;

namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>Who posts what in an exported hand.</summary>
internal sealed record ExportedBlinds
{
    public string AnteType { get; set; } = "";

    [JsonRequired]
    public int ButtonPlayerNum { get; init; }

    [JsonRequired]
    public int SmallBlindPlayerNum { get; init; }

    [JsonRequired]
    public long SmallBlindAmt { get; init; }

    [JsonRequired]
    public int BigBlindPlayerNum { get; init; }

    [JsonRequired]
    public long BigBlindAmt { get; init; }

    public int ThirdBlindPlayerNum { get; set; }

    public long ThirdBlindAmt { get; set; }
}
