using FluentAssertions;

namespace Hub.Tests.Subtitle.Captions;

internal sealed class PlayerCaptionTests
{
    [Test]
    public void A_card_of_three_lines_shows_the_table_and_the_career()
        => CaptionText.Of("NAME 3 lines+", FinalNine.Everything(FinalNine.Lindqvist)).Should().Be(
            """
            player_name: IDA LINDQVIST
            flag: SE
            chips: 24,500,000
            bbs: 122.5
            chips_ago: 19,500,000
            vpip: 35.0%
            hands_ago: 10 HANDS AGO
            bracelets: 3
            earnings: $12,345,678
            """);

    [Test]
    public void A_card_of_a_stranger_leaves_out_what_nobody_knows()
        => CaptionText.Of("NAME 3 lines+", FinalNine.HandOnly(FinalNine.Longest)).Should().Be(
            """
            player_name: ANASTASIA-KONSTANTINA PAPADIMITRIOU VON WOLFESCHLEGELSTEINH…
            flag: XX
            chips: 7,250,000
            bbs: 36.3
            chips_ago:
            vpip: 0.0%
            hands_ago:
            bracelets:
            earnings:
            """);

    [Test]
    public void Earnings_of_zero_were_stated_and_no_bracelets_are_nothing_to_show()
        => CaptionText.Of("NAME 3 lines+", FinalNine.Everything(FinalNine.Han)).Should().Be(
            """
            player_name: 한가람
            flag: KR
            chips: 12,345,678
            bbs: 61.7
            chips_ago:
            vpip: 0.0%
            hands_ago:
            bracelets:
            earnings: $0
            """);

    [Test]
    public void A_name_is_shown_in_full_with_the_flag()
        => CaptionText.Of("NAME", FinalNine.Everything(FinalNine.Lindqvist)).Should().Be(
            """
            player_name: IDA LINDQVIST
            flag: SE
            chips: 24,500,000
            bbs: 122.5
            chips_ago: 19,500,000
            vpip: 35.0%
            """);

    [Test]
    public void Whoever_is_at_risk_would_get_the_next_place_and_its_prize()
        => CaptionText.Of("At Risk of Elimination", FinalNine.Everything(FinalNine.Short)).Should().Be(
            """
            player_name: SIOBHÁN O'NEIL
            rank: 9TH
            prize: $1,000,000
            flag: XX
            """);

    [Test]
    public void At_a_final_table_the_place_at_risk_needs_no_tournament()
        => CaptionText.Of("At Risk of Elimination", FinalNine.HandOnly(FinalNine.Short)).Should().Be(
            """
            player_name: SIOBHÁN O'NEIL
            rank: 9TH
            prize:
            flag: XX
            """);

    [Test]
    public void At_a_feature_table_the_tournament_says_how_many_are_left()
        => CaptionText.Of("At Risk of Elimination", FinalNine.Everything(FinalNine.Short) with { Hand = FinalNine.Hand with { SessionType = "FEATURE_TABLE" } }).Should().Be(
            """
            player_name: SIOBHÁN O'NEIL
            rank: 27TH
            prize: $0
            flag: XX
            """);

    [Test]
    public void At_a_feature_table_without_a_tournament_nobody_knows_the_place()
        => CaptionText.Of("At Risk of Elimination", FinalNine.HandOnly(FinalNine.Short) with { Hand = FinalNine.Hand with { SessionType = "FEATURE_TABLE" } }).Should().Be(
            """
            player_name: SIOBHÁN O'NEIL
            rank:
            prize:
            flag: XX
            """);

    [Test]
    public void An_elimination_shows_what_its_place_is_paid()
        => CaptionText.Of("Elimination", FinalNine.Everything(FinalNine.Short with { EliminationRank = 7 })).Should().Be(
            """
            name: SIOBHÁN O'NEIL
            rank: 7TH
            prize: $1,500,000
            flag: XX
            """);

    [Test]
    public void An_elimination_outside_the_money_has_no_prize()
        => CaptionText.Of("Elimination", FinalNine.Everything(FinalNine.Lindqvist with { EliminationRank = 112 })).Should().Be(
            """
            name: IDA LINDQVIST
            rank: 112TH
            prize:
            flag: SE
            """);

    [Test]
    public void A_name_of_one_line_is_the_name_with_its_flag()
        => CaptionText.Of("NAME 1 line", FinalNine.Everything(FinalNine.Lindqvist)).Should().Be(
            """
            player_name: IDA LINDQVIST
            flag: SE
            """);

    [Test]
    public void A_name_of_two_lines_has_chips_and_no_flag()
        => CaptionText.Of("NAME 2 lines (no flag)", FinalNine.Everything(FinalNine.Lindqvist)).Should().Be(
            """
            player_name: IDA LINDQVIST
            chips: 24,500,000
            bbs: 122.5
            """);
}
