using System.Text;
using System.Text.Json.Nodes;
using Hub.Modules.FeatureTable.ReadExport;
using Hub.Modules.FeatureTable.StoreHands;
using Hub.Modules.FeatureTable.WatchFolders;

namespace Hub.Tests.FeatureTable.Samples;

/// <summary>An export file of one session, laid out as PokerGFX does: one line, no blanks, the ID after the hands.</summary>
internal sealed class SampleExport
{
    public const long DefaultId = 639084204000000000;

    private readonly List<JsonNode> _hands = [];
    private readonly long _id;
    private readonly string _type;

    private SampleExport(long id, string type) => (_id, _type) = (id, type);

    public string FileName => $"PGFX_live_data_export GameID={_id}.json";

    public static SampleExport Session(long id = DefaultId, string type = "FEATURE_TABLE") => new(id, type);

    public static SampleExport WithOrdinaryHands(int count, long id = DefaultId) => Session(id).With([.. Enumerable.Range(1, count).Select(SampleHand.Ordinary)]);

    public SampleExport With(params SampleHand[] hands)
    {
        _hands.AddRange(hands.Select(hand => hand.ToJson()));
        return this;
    }

    /// <summary>Adds a hand of any shape.</summary>
    public SampleExport WithRaw(JsonNode hand)
    {
        _hands.Add(hand);
        return this;
    }

    public string ToText() => new JsonObject
    {
        ["CreatedDateTimeUTC"] = "2026-03-07T11:40:00.0000000Z",
        ["EventTitle"] = "",
        ["Hands"] = new JsonArray([.. _hands.Select(hand => hand.DeepClone())]),
        ["ID"] = _id,
        ["Payouts"] = new JsonArray(0, 0),
        ["SoftwareVersion"] = "PokerGFX 3.2",
        ["Type"] = _type,
    }.ToJsonString();

    /// <summary>The file as it was found in a folder.</summary>
    /// <param name="modified">Its time, as far as it matters.</param>
    /// <param name="replaces">What the file held when it was read before.</param>
    public ExportCopy ToCopy(long modified = 1, SampleExport? replaces = null) => new()
    {
        TableName = "Table 1",
        Export = ExportParser.Parse(ToBytes()),
        ModifiedTicks = modified,
        ContentHash = HashOf(this),
        ReplacedHash = replaces is null ? null : HashOf(replaces),
    };

    private static string HashOf(SampleExport export) => new FileContent(export.ToBytes()).Hash;

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(ToText());
}
