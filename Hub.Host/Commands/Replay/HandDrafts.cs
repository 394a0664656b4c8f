using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hub.Host.Commands.Replay;

/// <summary>What the last hand of a file can look like before it gets the content that it keeps.</summary>
internal static class HandDrafts
{
    private static readonly JsonSerializerOptions Raw = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly TimeSpan Redeal = TimeSpan.FromSeconds(6);

    /// <summary>Everybody has the chips that they began with, as when the operator takes the result back.</summary>
    public static byte[] ResultTakenBack(ReadOnlyMemory<byte> hand) => Edit(hand, draft =>
    {
        foreach (var player in PlayersOf(draft))
            player["EndStackAmt"] = Stack(player, "StartStackAmt");
    });

    /// <summary>Stacks that somebody has typed in for the next hand.</summary>
    public static byte[] StacksTypedOver(ReadOnlyMemory<byte> hand, Random random) => Edit(hand, draft =>
    {
        foreach (var player in PlayersOf(draft).Where(player => Stack(player, "EndStackAmt") > 0))
            player["EndStackAmt"] = Stack(player, "EndStackAmt") + (100L * random.Next(1, 500));
    });

    /// <summary>The hand that was dealt before this one under its number, and called off. Null where there was no time for one.</summary>
    public static byte[]? CalledOff(ReadOnlyMemory<byte> hand, ReadOnlyMemory<byte>? handBefore)
    {
        if (handBefore is { } before && SessionInTime.StartOf(Parse(hand)) - SessionInTime.EndOf(Parse(before)) <= Redeal)
            return null;

        return Edit(hand, draft =>
        {
            SessionInTime.Move(draft, -Redeal);
            draft["Duration"] = "PT4.2500000S";
            draft["Events"] = new JsonArray();
            foreach (var player in PlayersOf(draft))
                player["EndStackAmt"] = Stack(player, "StartStackAmt");
        });
    }

    private static byte[] Edit(ReadOnlyMemory<byte> hand, Action<JsonObject> change)
    {
        var draft = Parse(hand);
        change(draft);
        return JsonSerializer.SerializeToUtf8Bytes(draft, Raw);
    }

    private static JsonObject Parse(ReadOnlyMemory<byte> hand) => JsonNode.Parse(hand.Span)!.AsObject();

    private static IEnumerable<JsonObject> PlayersOf(JsonObject hand) => hand["Players"]!.AsArray().Select(player => player!.AsObject());

    private static long Stack(JsonObject player, string name) => player[name]!.GetValue<long>();
}
