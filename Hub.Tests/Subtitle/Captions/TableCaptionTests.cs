using FluentAssertions;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Tests.Subtitle.Captions;

internal sealed class TableCaptionTests
{
    [Test]
    public void A_chip_count_of_nine_has_corrected_names_in_every_script_and_their_flags()
        => CaptionText.Of("_MAIN Mini Chip Count", FinalNine.Everything()).Should().Be(
            """
            slot: name / chips / bbs / rank / flag
            1: LINDQVIST I. / 24,500,000 / 122.5 / 1 / SE
            2: OKAFOR / 18,000,000 / 90.0 / 2 / NG
            3: ЖУКОВ / 18,000,000 / 90.0 / 2 / XX
            4: 한가람 / 12,345,678 / 61.7 / 4 / KR
            5: WOLFESCHLEGELSTEINHAUSEN / 7,250,000 / 36.3 / 5 / XX
            6: YILDIZ / 5,000,000 / 25.0 / 6 / XX
            7: STRAUSS / 4,800,000 / 24.0 / 7 / XX
            8: NGUYỄN MINH / 3,100,000 / 15.5 / 8 / XX
            9: O'NEIL / 1,600,000 / 8.0 / 9 / XX
            """);

    [Test]
    public void A_leaderboard_says_which_event_is_played()
        => CaptionText.Of("_Feature Table Leaderboard", FinalNine.Everything()).Should().Be(
            """
            table_name: FINAL TABLE
            event_name: $10,000 NO-LIMIT HOLD'EM MAIN EVENT WORLD CHAMPIONSHIP
            slot: name / chips / rank
            1: LINDQVIST I. / 24,500,000 / 1
            2: OKAFOR / 18,000,000 / 2
            3: ЖУКОВ / 18,000,000 / 2
            4: 한가람 / 12,345,678 / 4
            5: WOLFESCHLEGELSTEINHAUSEN / 7,250,000 / 5
            6: YILDIZ / 5,000,000 / 6
            7: STRAUSS / 4,800,000 / 7
            8: NGUYỄN MINH / 3,100,000 / 8
            9: O'NEIL / 1,600,000 / 9
            """);

    [Test]
    public void A_comparison_sets_one_player_beside_all_others()
        => CaptionText.Of("Chip Comparison", FinalNine.Everything(FinalNine.Lindqvist)).Should().Be(
            """
            player_name: IDA LINDQVIST
            flag: SE
            chips: 24,500,000
            share: 25.9%
            others_chips: 70,095,678
            others_share: 74.1%
            slot: name / chips / share
            1: OKAFOR / 18,000,000 / 19.0%
            2: ЖУКОВ / 18,000,000 / 19.0%
            3: 한가람 / 12,345,678 / 13.1%
            4: WOLFESCHLEGELSTEINHAUSEN / 7,250,000 / 7.7%
            5: YILDIZ / 5,000,000 / 5.3%
            6: STRAUSS / 4,800,000 / 5.1%
            7: NGUYỄN MINH / 3,100,000 / 3.3%
            8: O'NEIL / 1,600,000 / 1.7%
            """);

    [Test]
    public void A_player_who_has_all_the_chips_is_compared_with_nobody()
        => CaptionText.Of("Chip Comparison", Alone(chips: 500)).Should().Be(
            """
            player_name: KIM
            flag: XX
            chips: 500
            share: 100.0%
            others_chips: 0
            others_share: 0.0%
            slot: name / chips / share
            1:  /  /
            2:  /  /
            3:  /  /
            4:  /  /
            5:  /  /
            6:  /  /
            7:  /  /
            8:  /  /
            """);

    [Test]
    public void Without_any_chips_in_play_nobody_has_a_share()
        => CaptionText.Of("Chip Comparison", Alone(chips: 0)).Should().Be(
            """
            player_name: KIM
            flag: XX
            chips: 0
            share:
            others_chips: 0
            others_share:
            slot: name / chips / share
            1:  /  /
            2:  /  /
            3:  /  /
            4:  /  /
            5:  /  /
            6:  /  /
            7:  /  /
            8:  /  /
            """);

    private static CaptionSource Alone(long chips)
    {
        var player = SomeHand.Player(3, "Kim", chips);
        return new CaptionSource { Hand = SomeHand.Of(1, player), Player = player };
    }
}
