using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Hub.Host.Commands.Demo.Live;
using Hub.Tests.Support.Sessions;

namespace Hub.Tests.Commands.Demo;

internal sealed class SessionReelTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 20, 15, 0, TimeSpan.Zero);
    private static readonly PgfxSession Recorded = SessionGenerator.Generate(SampleSessions.FinalTable);
    private static readonly SessionReel Reel = SessionReel.Load(PgfxText.File(Recorded), Now);

    [Test]
    public void A_replayed_session_is_the_recorded_one_moved_in_time()
    {
        var replayed = JsonSerializer.Deserialize<PgfxSession>(Reel.After(Reel.HandCount))!;
        var shift = TimeSpan.FromTicks(Reel.Id - Recorded.ID);

        replayed.Should().BeEquivalentTo(
            Recorded with
            {
                ID = Reel.Id,
                CreatedDateTimeUTC = PgfxText.Instant(SampleSessions.FinalTable.CreatedAt + shift),
                Hands = [.. Recorded.Hands.Select(h => Moved(h, shift))],
            },
            options => options.WithStrictOrdering());
    }

    [Test]
    public void Its_last_hand_ends_now()
    {
        var last = JsonSerializer.Deserialize<PgfxSession>(Reel.After(Reel.HandCount))!.Hands[^1];

        (Instant(last.StartDateTimeUTC) + System.Xml.XmlConvert.ToTimeSpan(last.Duration)).Should().Be(Now);
    }

    [Test]
    public void An_earlier_copy_is_the_later_one_with_hands_cut_off()
    {
        var after3 = Reel.After(3);
        var cut = after3.IndexOf("],\"ID\":", StringComparison.Ordinal);

        Reel.After(4).Should().StartWith(after3[..cut]).And.EndWith(after3[cut..]);
        JsonSerializer.Deserialize<PgfxSession>(after3)!.Hands.Should().HaveCount(3);
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("{\"Hands\":[]}")]
    [TestCase("[1]")]
    [TestCase("{\"Hands\":[{\"StartDateTimeUTC\":\"soon\"}]}")]
    public void What_is_no_export_is_refused(string json)
        => FluentActions.Invoking(() => SessionReel.Load(json, Now)).Should().Throw<JsonException>();

    private static PgfxHand Moved(PgfxHand hand, TimeSpan shift) => hand with
    {
        StartDateTimeUTC = PgfxText.Instant(Instant(hand.StartDateTimeUTC) + shift),
        RecordingOffsetStart = PgfxText.RecordingOffset(Instant(hand.StartDateTimeUTC) + shift),
    };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
