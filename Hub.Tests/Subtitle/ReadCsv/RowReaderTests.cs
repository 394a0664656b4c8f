using FluentAssertions;
using Hub.Modules.Subtitle.ReadCsv;

namespace Hub.Tests.Subtitle.ReadCsv;

internal sealed class RowReaderTests
{
    [TestCase("0", 0)]
    [TestCase("007", 7)]
    [TestCase("1,620,000", 1_620_000)]
    [TestCase("1 620 000", 1_620_000)]
    [TestCase("1500.00", 1500)]
    public void Whole_numbers_may_have_separators_where_they_mean_one_thing(string text, long number)
        => Read(text, row => row.Whole("x", 0, 2_000_000)).Should().Be(number);

    [TestCase("")]
    [TestCase("-")]
    [TestCase("-5")]
    [TestCase("+5")]
    [TestCase("1.500")]
    [TestCase("1,50")]
    [TestCase("15,00,000")]
    [TestCase("1500.5")]
    [TestCase("1e6")]
    [TestCase("1.5M")]
    [TestCase("0x10")]
    [TestCase("$5")]
    [TestCase("٣")]
    [TestCase("2000001")]
    [TestCase("99999999999999999999999")]
    public void Anything_else_is_no_whole_number(string text) => Refuses(text, row => row.Whole("x", 0, 2_000_000));

    [TestCase("$10,000", 10_000)]
    [TestCase("€ 1,500.00", 1500)]
    [TestCase("250", 250)]
    public void Money_may_bear_its_sign(string text, long dollars) => Read(text, row => row.Money("x", int.MaxValue)).Should().Be(dollars);

    [TestCase("10,000 USD")]
    [TestCase("$1,500.50")]
    [TestCase("$")]
    [TestCase("2147483648")]
    public void Money_that_is_not_whole_or_too_much_for_v1_is_refused(string text) => Refuses(text, row => row.Money("x", int.MaxValue));

    [TestCase("", null)]
    [TestCase("TBD", null)]
    [TestCase("n/a", null)]
    [TestCase("12.5%", 12.5)]
    [TestCase("12.5 %", 12.5)]
    [TestCase("100", 100)]
    public void A_percentage_may_be_left_out(string text, double? percent) => Read(text, row => row.OptionalPercent("x")).Should().Be((decimal?)percent);

    [TestCase("101")]
    [TestCase("-1")]
    [TestCase("12,5")]
    public void A_percentage_is_0_to_100(string text) => Refuses(text, row => row.OptionalPercent("x"));

    [TestCase("12", 12)]
    [TestCase("#12", 12)]
    [TestCase("# 12", 12)]
    public void A_tournament_number_may_bear_its_sign(string text, int number) => Read(text, row => row.TournamentNumber("x")).Should().Be(number);

    [TestCase("")]
    [TestCase("#")]
    [TestCase("0")]
    [TestCase("1A")]
    [TestCase("1000000")]
    public void Anything_else_is_no_tournament_number(string text) => Refuses(text, row => row.TournamentNumber("x"));

    [TestCase("2026-07-04")]
    [TestCase("2026/07/04")]
    [TestCase("Jul 4, 2026")]
    [TestCase("4 July 2026")]
    public void Dates_are_read_where_day_and_month_can_be_told_apart(string text) => Read(text, row => row.Date("x")).Should().Be(new DateOnly(2026, 7, 4));

    [TestCase("04/07/2026")]
    [TestCase("2026-13-01")]
    [TestCase("")]
    public void Other_dates_are_refused(string text) => Refuses(text, row => row.Date("x"));

    [TestCase("17:30")]
    [TestCase("17:30:00")]
    [TestCase("5:30 PM")]
    [TestCase("05:30 pm")]
    public void Times_are_read_with_24_hours_or_12(string text) => Read(text, row => row.Time("x")).Should().Be(new TimeOnly(17, 30));

    [TestCase("25:00")]
    [TestCase("half past five")]
    [TestCase("")]
    public void Other_times_are_refused(string text) => Refuses(text, row => row.Time("x"));

    [TestCase("TRUE", true)]
    [TestCase("yes", true)]
    [TestCase("1", true)]
    [TestCase("no", false)]
    [TestCase("", false)]
    public void Flags_have_several_words(string text, bool flag) => Read(text, row => row.Flag("x")).Should().Be(flag);

    [Test]
    public void A_problem_says_where_what_and_what_would_be_right()
    {
        var row = new RowReader(new CsvRow(7, new Dictionary<string, string>(StringComparer.Ordinal) { ["chips"] = "12k" }));

        row.Whole("chips", 0, 100);

        row.Problems.Single().ToString().Should().Be("line 7, column chips: '12k' is no whole number. Allowed: a whole number from 0 to 100");
    }

    [Test]
    public void A_text_is_tidied_and_has_limits()
    {
        Read("  Ada \t King ", row => row.Text("x", 10)).Should().Be("Ada King");
        Refuses("Ada King Jr.", row => row.Text("x", 10));
        Refuses("Ada\u0007", row => row.Text("x", 10));
        Refuses("", row => row.Text("x", 10));
    }

    private static T Read<T>(string text, Func<RowReader, T> read)
    {
        var row = RowOf(text);
        var value = read(row);
        row.Problems.Should().BeEmpty();
        return value;
    }

    private static void Refuses<T>(string text, Func<RowReader, T> read)
    {
        var row = RowOf(text);
        read(row);
        row.Problems.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = 2, Column = "x", Value = text });
    }

    private static RowReader RowOf(string text) => new(new CsvRow(2, new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = text }));
}
