using FluentAssertions;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Tests.Subtitle.Captions;

internal sealed class ChipFlowTests
{
    [Test]
    public void A_flow_shows_ten_stacks_from_the_smallest_to_the_largest()
        => CaptionText.Of("Chip Flow", FinalNine.Everything(FinalNine.Lindqvist)).Should().Be(
            """
            player_name: IDA LINDQVIST
            flag: SE
            chips: 24,500,000
            change: +4,500,000
            span: LAST 10 HANDS
            max_label: 24.5M
            min_label: 20M
            slot: bar / chips
            1: | / 20M
            2: ||| / 20.5M
            3: ||||| / 21M
            4: ||||||| / 21.5M
            5: ||||||||| / 22M
            6: |||||||||||| / 22.5M
            7: |||||||||||||| / 23M
            8: |||||||||||||||| / 23.5M
            9: |||||||||||||||||| / 24M
            10: |||||||||||||||||||| / 24.5M
            """);

    [Test]
    public void A_flow_over_thirty_hands_takes_every_third()
        => CaptionText.Of("Chip Flow", FinalNine.Everything(FinalNine.Short) with { Options = new CaptionOptions { HandsAgo = 30 } }).Should().Be(
            """
            player_name: SIOBHÁN O'NEIL
            flag: XX
            chips: 1,600,000
            change: -7,290,000
            span: LAST 30 HANDS
            max_label: 8.9M
            min_label: 1.6M
            slot: bar / chips
            1: |||||||||||||||||||| / 8.9M
            2: |||||||||||||||| / 7.4M
            3: |||||||||||| / 6M
            4: ||||||||| / 4.8M
            5: ||||||| / 3.9M
            6: ||||| / 3M
            7: ||| / 2.4M
            8: || / 2M
            9: | / 1.7M
            10: | / 1.6M
            """);

    [Test]
    public void Who_has_just_sat_down_has_one_stack_and_no_change()
        => CaptionText.Of("Chip Flow", FinalNine.Everything(FinalNine.Longest)).Should().Be(
            """
            player_name: ANASTASIA-KONSTANTINA PAPADIMITRIOU VON WOLFESCHLEGELSTEINH…
            flag: XX
            chips: 7,250,000
            change:
            span: LAST 10 HANDS
            max_label: 7.3M
            min_label: 7.3M
            slot: bar / chips
            1:  /
            2:  /
            3:  /
            4:  /
            5:  /
            6:  /
            7:  /
            8:  /
            9:  /
            10: |||||||||| / 7.3M
            """);

    [Test]
    public void A_flow_looks_no_further_back_than_its_oldest_bar()
    {
        var composition = Compositions.Find("Chip Flow")!;

        composition.LooksBack(new CaptionOptions { HandsAgo = 10 }).Should().Be(9);
        composition.LooksBack(new CaptionOptions { HandsAgo = 30 }).Should().Be(27);
    }
}
