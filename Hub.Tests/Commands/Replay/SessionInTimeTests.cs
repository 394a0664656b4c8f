using System.Globalization;
using System.Text;
using System.Text.Json;
using FluentAssertions;
using Hub.Host.Commands.Replay;
using Hub.Tests.Support.Sessions;

namespace Hub.Tests.Commands.Replay;

internal sealed class SessionInTimeTests
{
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 20, 15, 0, TimeSpan.Zero);
    private static readonly PgfxSession Recorded = SessionGenerator.Generate(SampleSessions.FinalTable);
    private static readonly PgfxSession Moved = JsonSerializer.Deserialize<PgfxSession>(SessionInTime.EndingAt(Bytes(PgfxText.File(Recorded)), Now))!;

    [Test]
    public void A_moved_session_is_the_recorded_one_at_another_time()
    {
        var shift = TimeSpan.FromTicks(Moved.ID - Recorded.ID);

        Moved.Should().BeEquivalentTo(
            Recorded with
            {
                ID = Recorded.ID + shift.Ticks,
                CreatedDateTimeUTC = PgfxText.Instant(SampleSessions.FinalTable.CreatedAt + shift),
                Hands = [.. Recorded.Hands.Select(hand => MovedBy(hand, shift))],
            },
            options => options.WithStrictOrdering());
    }

    [Test]
    public void Its_last_hand_ends_when_asked_for()
        => (Instant(Moved.Hands[^1].StartDateTimeUTC) + System.Xml.XmlConvert.ToTimeSpan(Moved.Hands[^1].Duration)).Should().Be(Now);

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("{\"Hands\":[]}")]
    [TestCase("[1]")]
    [TestCase("{\"Hands\":[{\"StartDateTimeUTC\":\"soon\"}]}")]
    public void What_is_no_export_is_refused(string json)
        => FluentActions.Invoking(() => SessionInTime.EndingAt(Bytes(json), Now)).Should().Throw<JsonException>();

    private static PgfxHand MovedBy(PgfxHand hand, TimeSpan shift) => hand with
    {
        StartDateTimeUTC = PgfxText.Instant(Instant(hand.StartDateTimeUTC) + shift),
        RecordingOffsetStart = PgfxText.RecordingOffset(Instant(hand.StartDateTimeUTC) + shift),
    };

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
