using System.Text;
using System.Text.Json;
using FluentAssertions;
using Hub.Host.Commands.Replay;
using Hub.Tests.Support.Sessions;

namespace Hub.Tests.Commands.Replay;

internal sealed class RecordedSessionTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly PgfxSession Exported = SessionGenerator.Generate(SampleSessions.FinalTable);
    private static readonly byte[] File = Encoding.UTF8.GetBytes(PgfxText.File(Exported));
    private static readonly RecordedSession Recorded = RecordedSession.Read(File);

    [Test]
    public void A_session_played_to_its_end_is_the_recorded_file_to_the_byte()
        => Recorded.After(Recorded.HandCount).ToArray().Should().Equal(File);

    [Test]
    public void After_each_hand_the_file_is_what_PokerGFX_wrote_then()
    {
        for (var hand = 1; hand <= Recorded.HandCount; hand++)
            Encoding.UTF8.GetString(Recorded.After(hand).Span).Should().Be(PgfxText.File(Exported.After(hand)));
    }

    [Test]
    public void A_file_with_blanks_and_line_breaks_is_cut_at_its_hands_too()
    {
        var indented = JsonSerializer.SerializeToUtf8Bytes(Exported, Indented);
        var recorded = RecordedSession.Read(indented);

        JsonSerializer.Deserialize<PgfxSession>(recorded.After(7).Span)!.Should().BeEquivalentTo(Exported.After(7));
        recorded.After(recorded.HandCount).ToArray().Should().Equal(indented);
    }

    [Test]
    public void Its_name_is_that_of_the_session()
        => Recorded.FileName.Should().Be(SampleSessions.FinalTable.FileName);

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("{\"ID\":1}")]
    [TestCase("{\"Hands\":[],\"ID\":1}")]
    [TestCase("{\"Hands\":[{}]}")]
    [TestCase("{\"Hands\":[7],\"ID\":1}")]
    [TestCase("{\"Hands\":[{}],\"ID\":\"1\"}")]
    [TestCase("{\"Hands\":[{}],\"ID\":1")]
    [TestCase("{\"Hands\":[{}],\"ID\":1} x")]
    public void What_is_no_export_is_refused(string json)
        => FluentActions.Invoking(() => RecordedSession.Read(Encoding.UTF8.GetBytes(json))).Should().Throw<JsonException>();
}
