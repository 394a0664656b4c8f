using System.Text;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Modules.FeatureTable.ReadExport;
using Hub.Tests.FeatureTable.Samples;

namespace Hub.Tests.FeatureTable.ReadExport;

internal sealed class ExportParserTests
{
    [Test]
    public void An_id_of_18_digits_and_seven_decimals_of_a_second_are_kept()
    {
        var session = ExportParser.Parse(SampleExport.WithOrdinaryHands(1).ToBytes());

        session.TableId.Should().Be("FEATURE_TABLE_639084204000000000");
        session.Hands.Single().Hand.StartedAt.Should().Be(new DateTimeOffset(2026, 3, 7, 12, 3, 0, TimeSpan.Zero).AddTicks(1234567));
        session.Hands.Single().Hand.Duration.Should().Be(TimeSpan.FromTicks(1_065_000_001));
    }

    [Test]
    public void The_ten_of_three_characters_is_written_with_two()
    {
        var hand = SampleHand.Number(1).Seat(2, 100, 100, "Td Ah").Play("board Tc 2h 3s, 2 checks").Recorded();

        hand.Players.Single().HoleCards.Select(card => card.ToString()).Should().Equal("Td", "Ah");
        hand.Board.Select(card => card.ToString()).Should().Equal("Tc", "2h", "3s");
    }

    [Test]
    public void Fields_that_nobody_asked_for_and_a_byte_order_mark_do_no_harm()
    {
        var hand = SampleHand.Ordinary(1).ToJson();
        hand["SomethingNew"] = new JsonObject { ["Deep"] = new JsonArray(1, "two", null) };
        var text = SampleExport.Session().WithRaw(hand).ToText();

        ExportParser.Parse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]).Hands.Should().ContainSingle();
    }

    [Test]
    public void A_broken_hand_is_reported_with_number_path_and_position_and_the_others_are_read()
    {
        var broken = SampleHand.Ordinary(2).ToJson();
        broken["Players"]![1]!["StartStackAmt"] = "lots";
        var text = SampleExport.Session().With(SampleHand.Ordinary(1)).WithRaw(broken).With(SampleHand.Ordinary(3)).ToText();

        var session = ExportParser.Parse(Encoding.UTF8.GetBytes(text));

        session.Hands.Select(hand => hand.Hand.Number).Should().Equal(1, 3);
        var problem = session.Problems.Should().ContainSingle().Subject;
        problem.HandPosition.Should().Be(2);
        problem.HandNumber.Should().Be(2);
        problem.Path.Should().Be("$.Hands[1].Players[1].StartStackAmt");
        problem.Line.Should().Be(1);
        problem.BytePosition.Should().Be(text.IndexOf("\"lots\"", StringComparison.Ordinal) + 1);
        problem.Reason.Should().Be("is \"lots\", but must be a whole number of at most 9223372036854775807");
    }

    [Test]
    public void Positions_count_lines_where_a_file_has_several()
    {
        var broken = SampleHand.Ordinary(1).ToJson();
        broken["HandNum"] = -1;
        var text = "\n\n" + SampleExport.Session().WithRaw(broken).ToText();

        ExportParser.Parse(Encoding.UTF8.GetBytes(text)).Problems.Single().Line.Should().Be(3);
    }

    [TestCase("HandNum", "null")]
    [TestCase("HandNum", "99999999999999999999999")]
    [TestCase("HandNum", "1.5")]
    [TestCase("HandNum", "-3")]
    [TestCase("AnteAmt", "-1")]
    [TestCase("AnteAmt", "9223372036854775807")]
    [TestCase("StartDateTimeUTC", "\"yesterday\"")]
    [TestCase("StartDateTimeUTC", "\"2026-02-30T12:00:00Z\"")]
    [TestCase("Duration", "\"2 minutes\"")]
    [TestCase("Duration", "\"-PT5S\"")]
    [TestCase("Duration", "\"P99999999999999999Y\"")]
    [TestCase("GameVariant", "\"OMAHA\"")]
    [TestCase("Players", "[]")]
    [TestCase("Players", "[null]")]
    [TestCase("Players", "{}")]
    [TestCase("Events", "null")]
    [TestCase("Events", "[[[[[]]]]]")]
    [TestCase("FlopDrawBlinds", "7")]
    public void A_hand_with_a_value_that_cannot_be_is_left_out_and_named(string field, string value)
    {
        var hand = SampleHand.Ordinary(2).ToJson();
        hand[field] = JsonNode.Parse(value);

        var session = ExportParser.Parse(SampleExport.WithOrdinaryHands(1).WithRaw(hand).ToBytes());

        session.Hands.Select(each => each.Hand.Number).Should().Equal(1);
        session.Problems.Should().ContainSingle().Which.Path.Should().StartWith($"$.Hands[1].{field}");
    }

    [TestCase("HandNum")]
    [TestCase("StartDateTimeUTC")]
    [TestCase("Players")]
    [TestCase("Events")]
    public void A_hand_that_lacks_a_field_is_left_out_and_the_field_is_named(string field)
    {
        var hand = SampleHand.Ordinary(2).ToJson();
        hand.Remove(field);

        var session = ExportParser.Parse(SampleExport.WithOrdinaryHands(1).WithRaw(hand).ToBytes());

        session.Hands.Should().ContainSingle();
        session.Problems.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Path = $"$.Hands[1].{field}", Reason = "is missing" });
    }

    [TestCase("HandNum", "12345678901", "is 12345678901, but must be a whole number of at most 2147483647")]
    [TestCase("HandNum", "1e3", "is 1e3, but must be a whole number of at most 2147483647")]
    [TestCase("Duration", "null", "is null, but must be text")]
    [TestCase("Duration", "\"\\ud800\"", "is \"\\ud800\", but must be text in valid Unicode")]
    [TestCase("Duration", "\"\",\"Duration\":\"PT1S\"", "stands twice")]
    [TestCase("Players[2].SittingOut", "0", "is 0, but must be true or false")]
    [TestCase("Players[2].HoleCards", "\"As Kd\"", "is \"As Kd\", but must be a list")]
    [TestCase("Players[0]", "[]", "is a list, but must be an object with fields")]
    [TestCase("Events[1].BetAmt", "{}", "is an object, but must be a whole number of at most 9223372036854775807")]
    [TestCase("GameVariant", "\"OMAHA\\u0000 and a name too long to be one\"", "is 'OMAHA\uFFFD and a name to…', but only HOLDEM is understood")]
    [TestCase("StartDateTimeUTC", "\"9999-12-31T23:59:59.9999999Z\"", "is in the year 9999, which is not between 2000 and 2999")]
    public void What_is_wrong_with_a_hand_is_told_in_the_terms_of_the_file(string path, string value, string reason)
    {
        var hand = SampleHand.Ordinary(2).ToJson();
        var text = SampleExport.WithOrdinaryHands(1).WithRaw(hand).ToText();
        Put(hand, path, "the value");
        var damaged = SampleExport.WithOrdinaryHands(1).WithRaw(hand).ToText().Replace("\"the value\"", value, StringComparison.Ordinal);

        var session = ExportParser.Parse(Encoding.UTF8.GetBytes(damaged));

        damaged.Should().NotBe(text);
        session.Hands.Should().ContainSingle();
        session.Problems.Should().ContainSingle().Which.Should().BeEquivalentTo(new { HandPosition = 2, Path = $"$.Hands[1].{path}", Reason = reason });
    }

    [Test]
    public void A_hand_that_stands_twice_counts_once()
    {
        var session = ExportParser.Parse(SampleExport.Session().With(SampleHand.Ordinary(1), SampleHand.Ordinary(2), SampleHand.PutBack(1)).ToBytes());

        session.Hands.Select(hand => hand.Hand.Number).Should().Equal(1, 2);
        session.Hands[0].Hand.Players[0].EndStack.Should().Be(20_900);
        session.Problems.Should().ContainSingle().Which.ToString().Should().StartWith("hand 1 (number 3 in the file)").And.Contain("$.Hands[2]: has the number and the start of hand 1 at $.Hands[0]");
    }

    [Test]
    public void A_field_of_any_depth_that_nobody_asked_for_does_no_harm()
    {
        var deep = string.Concat(Enumerable.Repeat('[', 5000)) + string.Concat(Enumerable.Repeat(']', 5000));
        var text = SampleExport.WithOrdinaryHands(2).ToText().Replace("\"GameVariant\"", $"\"New\":{deep},\"GameVariant\"", StringComparison.Ordinal);

        ExportParser.Parse(Encoding.UTF8.GetBytes(text)).Hands.Should().HaveCount(2);
    }

    [Test]
    public void An_event_whose_long_name_ends_in_two_code_units_is_quoted_up_to_a_whole_character()
    {
        var hand = SampleHand.Ordinary(1).ToJson();
        hand["Events"]!.AsArray().Add(new JsonObject { ["EventType"] = new string('x', 19) + "🂡🂡🂡", ["PlayerNum"] = 2, ["BetAmt"] = 0, ["Pot"] = 0 });

        ExportParser.Parse(SampleExport.Session().WithRaw(hand).ToBytes()).Hands.Single().Hand.Remarks.Should().ContainSingle().Which.Should().Contain("x🂡…");
    }

    [Test]
    public void A_seat_that_stands_twice_or_acts_without_being_there_is_refused()
    {
        var twice = SampleHand.Ordinary(1).ToJson();
        twice["Players"]![1]!["PlayerNum"] = 2;
        var absent = SampleHand.Ordinary(2).ToJson();
        absent["Events"]![0]!["PlayerNum"] = 9;

        ExportParser.Parse(SampleExport.Session().WithRaw(twice).WithRaw(absent).ToBytes()).Problems
            .Select(problem => problem.Path).Should().Equal("$.Hands[0].Players", "$.Hands[1].Events[0].PlayerNum");
    }

    [Test]
    public void Cards_and_events_that_cannot_be_read_are_remarked_on_and_the_hand_is_kept()
    {
        var hand = SampleHand.Ordinary(1).ToJson();
        hand["Players"]![0]!["HoleCards"] = new JsonArray("10x as");
        hand["Events"]!.AsArray().Add(new JsonObject { ["EventType"] = "DANCE", ["PlayerNum"] = 2, ["BetAmt"] = 0, ["Pot"] = 0 });

        var recorded = ExportParser.Parse(SampleExport.Session().WithRaw(hand).ToBytes()).Hands.Single().Hand;

        recorded.Players[0].HoleCards.Should().BeEmpty();
        recorded.Remarks.Should().HaveCount(2).And.Contain(remark => remark.Contains("10x as")).And.Contain(remark => remark.Contains("DANCE"));
    }

    [TestCase("", true)]
    [TestCase("   ", true)]
    [TestCase("{", true)]
    [TestCase("not json", true)]
    [TestCase("{\"ID\":1,\"Type\":\"FEATURE_TABLE\",\"Hands\":[]} trailing", true)]
    [TestCase("[]", false)]
    [TestCase("null", false)]
    [TestCase("{}", false)]
    [TestCase("{\"ID\":1,\"Type\":\"FEATURE_TABLE\"}", false)]
    [TestCase("{\"ID\":1,\"Type\":\"FEATURE_TABLE\",\"Hands\":{}}", false)]
    [TestCase("{\"ID\":1,\"Type\":\"FEATURE_TABLE\",\"Hands\":[],\"Hands\":[]}", false)]
    [TestCase("{\"ID\":\"1\",\"Type\":\"FEATURE_TABLE\",\"Hands\":[]}", false)]
    [TestCase("{\"ID\":99999999999999999999,\"Type\":\"FEATURE_TABLE\",\"Hands\":[]}", false)]
    [TestCase("{\"ID\":1,\"Type\":\"../../etc\",\"Hands\":[]}", false)]
    [TestCase("{\"ID\":1,\"Type\":7,\"Hands\":[]}", false)]
    public void A_file_that_is_no_export_is_refused_with_a_reason(string text, bool mayBeTorn)
    {
        var exception = Refusal(Encoding.UTF8.GetBytes(text));

        exception.MayBeTorn.Should().Be(mayBeTorn);
        exception.Problem.Reason.Should().NotBeEmpty();
        exception.Problem.Advice.Should().NotBeEmpty();
    }

    [Test]
    public void Every_file_cut_off_in_the_middle_counts_as_still_being_written()
    {
        var file = SampleExport.WithOrdinaryHands(2).ToBytes();

        for (var length = 0; length < file.Length; length += 7)
            Refusal(file[..length]).MayBeTorn.Should().BeTrue("it was cut off after {0} bytes", length);
    }

    [Test]
    public void Nesting_without_end_is_refused()
        => Refusal(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"Hands\":[", 50_000)))).MayBeTorn.Should().BeTrue();

    [Test]
    public void The_content_of_a_hand_has_the_same_hash_however_the_file_is_laid_out()
    {
        var text = SampleExport.WithOrdinaryHands(1).ToText();
        var spread = JsonNode.Parse(text)!.ToJsonString(new() { WriteIndented = true });
        var other = SampleExport.Session().With(SampleHand.Ordinary(1).Lasting("PT1S")).ToText();

        HashOf(spread).Should().Be(HashOf(text)).And.NotBe(HashOf(other));
    }

    /// <summary>Puts a value at a path such as <c>Players[2].SittingOut</c>.</summary>
    private static void Put(JsonNode hand, string path, JsonNode value)
    {
        var steps = path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.');
        var parent = steps[..^1].Aggregate(hand, (node, step) => int.TryParse(step, out var index) ? node[index]! : node[step]!);
        if (int.TryParse(steps[^1], out var last))
            parent[last] = value;
        else
            parent[steps[^1]] = value;
    }

    private static string HashOf(string text) => ExportParser.Parse(Encoding.UTF8.GetBytes(text)).Hands.Single().ContentHash;

    private static ExportFormatException Refusal(byte[] file)
        => FluentActions.Invoking(() => ExportParser.Parse(file)).Should().Throw<ExportFormatException>().Which;
}
