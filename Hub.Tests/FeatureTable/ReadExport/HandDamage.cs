using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;

namespace Hub.Tests.FeatureTable.ReadExport;

/// <summary>Damage to one value of one hand of an export.</summary>
/// <param name="Hand">Which hand, counted round the file's hands.</param>
/// <param name="Place">Which of the hand's values, counted round all of them, outer before inner.</param>
/// <param name="Value">JSON that takes the value's place; null takes the value out, <see cref="Twice"/> puts it there twice.</param>
internal sealed record HandDamage(int Hand, int Place, string? Value)
{
    private const string Twice = "twice";
    private const string Marker = "(damaged)";

    private static readonly string[] Values =
    [
        "null", "true", "0", "1", "7", "-1", "2147483648", "-2147483648", "9223372036854775807", "99999999999999999999", "1e999", "1.5", "1000000000000000",
        "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"", "\"\\ud83c\\udca1\"", $"\"{new string('9', 600)}\"", "\"10h 10h\"", "\"ah\"", "\"ALL IN\"", "\"CALL\"", "\"BET\"", "\"BOARD CARD\"",
        "\"FOLD\"", "\"PT1S\"", "\"P9999999999999999Y\"", "\"0001-01-01T00:00:00.0000000Z\"", "\"9999-12-31T23:59:59.9999999Z\"", "[]", "[[]]", "[null]", "{}", "{\"PlayerNum\":2}",
        string.Concat(Enumerable.Repeat('[', 900)) + string.Concat(Enumerable.Repeat(']', 900)),
    ];

    public static Arbitrary<HandDamage> Any()
        => (from hand in Gen.Choose(0, 1000)
            from place in Gen.Choose(0, 1_000_000)
            from value in Gen.Frequency((8, Gen.Elements<string?>(Values)), (1, Gen.Constant<string?>(null)), (1, Gen.Constant<string?>(Twice)))
            select new HandDamage(hand, place, value)).ToArbitrary();

    /// <summary>Each kind of field of an export's first hand with each of the values.</summary>
    public static IEnumerable<HandDamage> OfEveryField(string export)
        => from place in Below(JsonNode.Parse(export)!["Hands"]![0]).Index().DistinctBy(place => (place.Item.Name, place.Item.Parent.Parent?.GetValueKind()))
           from value in Values
           select new HandDamage(0, place.Index, value);

    /// <summary>The file with this damage, and where the damaged hand stands in it.</summary>
    public (byte[] File, int Position) Do(string export)
    {
        var file = JsonNode.Parse(export)!;
        var hands = file["Hands"]!.AsArray();
        var position = Hand % hands.Count;
        var places = Below(hands[position]!).ToArray();
        return (Encoding.UTF8.GetBytes(Damage(file, places[Place % places.Length])), position);
    }

    private string Damage(JsonNode file, (JsonNode Parent, string? Name, int Index) place)
    {
        var (parent, name, index) = place;
        switch (parent, Value)
        {
            case (JsonObject fields, null):
                fields.Remove(name!);
                return file.ToJsonString();
            case (JsonObject fields, Twice):
                fields.Insert(0, name! + Marker, fields[name!]?.DeepClone());
                return file.ToJsonString().Replace(Marker, "", StringComparison.Ordinal);
            case (JsonArray list, null):
                list.RemoveAt(index);
                return file.ToJsonString();
            case (JsonArray list, Twice):
                list.Insert(index, list[index]?.DeepClone());
                return file.ToJsonString();
            case (JsonObject fields, _):
                fields[name!] = Marker;
                break;
            case (JsonArray list, _):
                list[index] = Marker;
                break;
        }

        return file.ToJsonString().Replace($"\"{Marker}\"", Value, StringComparison.Ordinal);
    }

    private static IEnumerable<(JsonNode Parent, string? Name, int Index)> Below(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.Object => node.AsObject().SelectMany(field => Below(field.Value).Prepend((node, (string?)field.Key, 0))),
        JsonValueKind.Array => node.AsArray().SelectMany((item, index) => Below(item).Prepend((node, (string?)null, index))),
        _ => [],
    };
}
