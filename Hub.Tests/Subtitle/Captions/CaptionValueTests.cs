using FluentAssertions;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Tests.Subtitle.Captions;

internal sealed class CaptionValueTests
{
    [TestCase(1_620_000, "1,620,000")]
    [TestCase(500, "500")]
    [TestCase(0, "0")]
    [TestCase(1_000_000_000_000, "", Description = "No table has that many")]
    [TestCase(-1, "")]
    [TestCase(null, "")]
    public void Chips_are_grouped_and_unknown_ones_left_empty(long? chips, string text) => CaptionValue.Chips(chips).Should().Be(text);

    [TestCase(1_500_000, 20_000, "75.0")]
    [TestCase(1_009_000, 20_000, "50.5", Description = "50.45, rounded away from zero")]
    [TestCase(0, 20_000, "0.0")]
    [TestCase(1_500_000, 0, "")]
    [TestCase(1_500_000, 1, "", Description = "The blinds were mistyped")]
    [TestCase(-5, 20_000, "")]
    [TestCase(null, 20_000, "")]
    public void Big_blinds_have_one_decimal_and_need_a_big_blind(long? chips, long bigBlind, string text) => CaptionValue.BigBlinds(chips, bigBlind).Should().Be(text);

    [TestCase(15_000, "$15,000")]
    [TestCase(0, "$0")]
    [TestCase(999_999_999_999, "$999,999,999,999")]
    [TestCase(1_000_000_000_000, "", Description = "No tournament pays that")]
    [TestCase(-1, "")]
    [TestCase(null, "")]
    public void Money_is_zero_only_where_zero_was_stated(long? dollars, string text) => CaptionValue.Money(dollars).Should().Be(text);

    [TestCase("0.354", "35.4%")]
    [TestCase("0", "0.0%")]
    [TestCase("1", "100.0%")]
    [TestCase("1.01", "", Description = "More than the whole")]
    [TestCase("-0.01", "")]
    [TestCase(null, "")]
    public void Percents_have_one_decimal(string? fraction, string text)
        => CaptionValue.Percent(fraction is null ? null : decimal.Parse(fraction, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(text);

    [TestCase(350_000, "+350,000")]
    [TestCase(-1_250_000, "-1,250,000")]
    [TestCase(0, "0")]
    [TestCase(1_000_000_000_000, "")]
    [TestCase(long.MinValue, "")]
    public void A_change_says_which_way_it_went(long chips, string text) => CaptionValue.Change(chips).Should().Be(text);

    [TestCase(1_234, "1,234")]
    [TestCase(0, "", Description = "No caption boasts of nothing")]
    [TestCase(-1, "")]
    [TestCase(null, "")]
    public void Counts_are_grouped_and_none_is_left_out(int? number, string text) => CaptionValue.Count(number).Should().Be(text);

    [TestCase(23, "LEVEL 23", "23 MIN")]
    [TestCase(0, "", "")]
    [TestCase(-1, "", "")]
    [TestCase(null, "", "")]
    public void Levels_and_minutes_name_their_unit(int? number, string level, string minutes)
    {
        CaptionValue.Level(number).Should().Be(level);
        CaptionValue.Minutes(number).Should().Be(minutes);
    }

    [TestCase(5, 5, "5")]
    [TestCase(10, 12, "10-12")]
    [TestCase(10_001, 10_250, "10001-10250")]
    [TestCase(12, 10, "12", Description = "A range the wrong way round is its first place")]
    public void Places_that_are_paid_alike_are_written_as_a_range(int first, int last, string text) => CaptionValue.Places(first, last).Should().Be(text);

    [Test]
    public void How_far_back_a_figure_lies_is_written_in_words()
    {
        CaptionValue.HandsAgo(10).Should().Be("10 HANDS AGO");
        CaptionValue.HandsAgo(1).Should().Be("1 HAND AGO");
        CaptionValue.LastHands(30).Should().Be("LAST 30 HANDS");
    }

    [TestCase(8_750_000, "8.8M")]
    [TestCase(8_000_000, "8M")]
    [TestCase(950_000, "950K")]
    [TestCase(999_940, "999.9K")]
    [TestCase(999_950, "1M")]
    [TestCase(1_250_000_000, "1.3B")]
    [TestCase(999, "999")]
    [TestCase(0, "0")]
    [TestCase(-1, "")]
    [TestCase(null, "")]
    public void Short_chips_take_the_unit_they_have_after_rounding(long? chips, string text) => CaptionValue.ShortChips(chips).Should().Be(text);

    [TestCase(10_000, 20_000, 20_000, "10K/20K (20K)")]
    [TestCase(500, 1_000, 0, "500/1K")]
    [TestCase(1_250, 2_500, 2_500, "1.25K/2.5K (2.5K)")]
    [TestCase(300_000, 600_000, 600_000, "300K/600K (600K)")]
    [TestCase(0, 20_000, 20_000, "0/20K (20K)", Description = "Nobody posted the small blind")]
    [TestCase(10_000, 0, 0, "")]
    [TestCase(10_000, 1_000_000_000_000, 0, "", Description = "The blinds were mistyped")]
    [TestCase(-1, 20_000, 0, "")]
    public void Blinds_keep_their_exact_amounts(long small, long big, long ante, string text) => CaptionValue.Blinds(small, big, ante).Should().Be(text);

    [Test]
    public void Dates_and_times_are_written_as_on_the_air()
    {
        CaptionValue.Date(new DateOnly(2026, 1, 14)).Should().Be("Jan 14");
        CaptionValue.Time(new TimeOnly(17, 30)).Should().Be("05:30 PM");
        CaptionValue.Time(new TimeOnly(0, 5)).Should().Be("12:05 AM");
        CaptionValue.Date(null).Should().BeEmpty();
        CaptionValue.Time(null).Should().BeEmpty();
    }

    [TestCase(1, "1ST")]
    [TestCase(2, "2ND")]
    [TestCase(3, "3RD")]
    [TestCase(5, "5TH")]
    [TestCase(11, "11TH")]
    [TestCase(12, "12TH")]
    [TestCase(13, "13TH")]
    [TestCase(21, "21ST")]
    [TestCase(112, "112TH")]
    [TestCase(99_999, "99999TH")]
    [TestCase(100_000, "", Description = "No field is that large")]
    [TestCase(0, "")]
    [TestCase(-1, "")]
    [TestCase(null, "")]
    public void A_place_that_stands_alone_is_an_ordinal(int? rank, string text) => CaptionValue.Ordinal(rank).Should().Be(text);

    [TestCase("kr", "KR")]
    [TestCase(" DE ", "DE")]
    [TestCase("KOR", "XX")]
    [TestCase("8K", "XX")]
    [TestCase("", "XX")]
    [TestCase(null, "XX")]
    public void A_flag_that_is_no_country_code_is_XX(string? country, string text) => CaptionValue.Flag(country).Should().Be(text);

    [TestCase("Ida Lindqvist", "IDA LINDQVIST")]
    [TestCase("  Jürgen Strauß ", "JÜRGEN STRAUSS")]
    [TestCase("Ilkin Yıldız", "ILKIN YILDIZ")]
    [TestCase("Семён Жуков", "СЕМЁН ЖУКОВ")]
    [TestCase("김하늘", "김하늘")]
    [TestCase("one\r\n\ttwo\0 three", "ONE TWO THREE")]
    [TestCase(null, "")]
    public void Text_is_one_line_of_capitals_in_every_script(string? text, string written) => CaptionValue.Text(text).Should().Be(written);

    [Test]
    public void Text_too_long_for_any_template_is_cut_between_characters()
    {
        CaptionValue.Text(new string('a', 60)).Should().Be(new string('A', 60));
        CaptionValue.Text(new string('a', 61)).Should().Be(new string('A', 59) + "…");
        CaptionValue.Text(new string('a', 58) + "🂡🂡").Should().Be(new string('A', 58) + "…", "half a surrogate pair is no character");
    }
}
