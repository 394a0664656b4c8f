using System.Text.Json.Nodes;

namespace Hub.Tests.FeatureTable.EnterHands;

/// <summary>A hand as a person would type it in.</summary>
internal static class SomeManualHand
{
    /// <summary>Aces full beat two pair all-in; a third player folds.</summary>
    public static JsonObject Hand() => JsonNode.Parse(
        """
        {
          "table": "Table Blue", "handNumber": 57, "startedAt": "2026-03-07T12:30:00Z", "durationSeconds": 150,
          "smallBlind": 10000, "bigBlind": 20000, "ante": 20000, "buttonSeat": 5, "pot": 2000000,
          "board": ["As", "Ac", "7d", "7h", "2c"],
          "players": [
            { "seat": 2, "name": "Lindqvist", "longName": "Erik Lindqvist", "startStack": 1000000, "endStack": 2000000, "holeCards": ["Ah", "Kd"] },
            { "seat": 5, "name": "Okafor", "startStack": 1000000, "endStack": 0, "holeCards": ["Kc", "10s"] },
            { "seat": 8, "name": "한가람", "startStack": 750000, "endStack": 750000 }
          ]
        }
        """)!.AsObject();

    /// <summary>The same with some fields replaced.</summary>
    public static JsonObject Changed(string change)
    {
        var hand = Hand();
        foreach (var (field, value) in JsonNode.Parse(change)!.AsObject())
            hand[field] = value?.DeepClone();
        return hand;
    }
}
