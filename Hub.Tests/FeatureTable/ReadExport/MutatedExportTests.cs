using System.Text;
using FluentAssertions;
using Hub.Modules.FeatureTable.Domain.Facts;
using Hub.Modules.FeatureTable.ReadExport;
using Hub.Tests.FeatureTable.Samples;

namespace Hub.Tests.FeatureTable.ReadExport;

/// <summary>Seeded damage to sound files: whatever the bytes, the parser answers with hands or with a refusal.</summary>
internal sealed class MutatedExportTests
{
    private static readonly string[] Tokens = ["null", "-1", "1e999", "99999999999999999999", "\"\"", "\"\\ud800\"", "\"\\u0000\"", "[", "]", "{", "}", ",", ":", "true", "\"HandNum\":", "ALL IN", "10z"];

    [Test]
    public void No_damage_to_the_bytes_is_answered_with_anything_but_hands_or_a_refusal([Range(1, 4)] int seed)
    {
        var random = new Random(seed);
        var sound = SampleExport.WithOrdinaryHands(3).ToBytes();
        for (var round = 0; round < 4000; round++)
            ReadAndReplay(Damage(sound, random));
    }

    [Test]
    public void Damage_to_one_hand_leaves_the_facts_of_the_others_as_they_were([Range(1, 4)] int seed)
    {
        var random = new Random(seed);
        var expected = SampleHand.Ordinary(1).Recorded();
        var text = SampleHand.Ordinary(2).ToJson().ToJsonString();
        for (var round = 0; round < 1000; round++)
        {
            var file = SampleExport.WithOrdinaryHands(1).With(SampleHand.Ordinary(2)).ToText().Replace(text, Encoding.UTF8.GetString(Damage(Encoding.UTF8.GetBytes(text), random)), StringComparison.Ordinal);

            if (ReadAndReplay(Encoding.UTF8.GetBytes(file)) is { } session && session.Hands.Any(hand => hand.Hand.StartedAt == expected.StartedAt))
                session.Hands.First(hand => hand.Hand.StartedAt == expected.StartedAt).Hand.Should().BeEquivalentTo(expected);
        }
    }

    private static ExportedSession? ReadAndReplay(byte[] file)
    {
        try
        {
            var session = ExportParser.Parse(file);
            foreach (var facts in session.Hands.Select(hand => HandFacts.Of(hand.Hand, TimeSpan.FromMinutes(2))))
                facts.Players.Should().NotBeEmpty();

            return session;
        }
        catch (ExportFormatException)
        {
            return null;
        }
    }

    private static byte[] Damage(byte[] sound, Random random)
    {
        var file = sound.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(file.Count);
            switch (random.Next(5))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    file.RemoveRange(at, random.Next(Math.Min(40, file.Count - at)));
                    break;
                case 2:
                    file.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                case 3:
                    file.InsertRange(at, file.GetRange(at, random.Next(Math.Min(200, file.Count - at))));
                    break;
                default:
                    ReplaceNumberAfter(file, at, random);
                    break;
            }
        }

        return [.. file];
    }

    private static void ReplaceNumberAfter(List<byte> file, int at, Random random)
    {
        var from = file.FindIndex(at, each => each is >= (byte)'0' and <= (byte)'9');
        if (from < 0)
            return;

        file.RemoveAt(from);
        file.InsertRange(from, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
    }
}
