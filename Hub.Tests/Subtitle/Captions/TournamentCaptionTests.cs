using FluentAssertions;

namespace Hub.Tests.Subtitle.Captions;

internal sealed class TournamentCaptionTests
{
    [Test]
    public void An_event_is_described_by_what_it_costs_and_pays()
        => CaptionText.Of("Event info", FinalNine.Everything()).Should().Be(
            """
            series: 57TH WORLD SERIES OF POKER
            buy_in: $10,000
            total_prize_pool: $93,399,900
            entrants: 10,112
            places_paid: 1,517
            buy_in_fee: $600
            total_fee: $6,067,200
            """);

    [Test]
    public void What_is_unknown_of_an_event_is_left_out()
        => CaptionText.Of("Event info", FinalNine.TournamentOnly).Should().Be(
            """
            series:
            buy_in:
            total_prize_pool:
            entrants:
            places_paid:
            buy_in_fee:
            total_fee:
            """);

    [Test]
    public void A_freeroll_states_its_zeros()
        => CaptionText.Of("Event info", FinalNine.TournamentOnly with { Tournament = FinalNine.Tournament with { BuyIn = 0, Fee = 0, PrizePool = 0 } }).Should().Be(
            """
            series:
            buy_in: $0
            total_prize_pool: $0
            entrants: 10,112
            places_paid: 1,517
            buy_in_fee: $0
            total_fee: $0
            """);

    [Test]
    public void An_event_is_named_with_its_series()
        => CaptionText.Of("Event name", FinalNine.Everything()).Should().Be(
            """
            event_name: $10,000 NO-LIMIT HOLD'EM MAIN EVENT WORLD CHAMPIONSHIP
            series: 57TH WORLD SERIES OF POKER
            """);

    [Test]
    public void An_event_outside_any_series_is_named_alone()
        => CaptionText.Of("Event name", FinalNine.TournamentOnly).Should().Be(
            """
            event_name: EVENT 1
            series:
            """);

    [Test]
    public void A_level_is_the_one_that_begins_and_not_the_break_beside_it()
        => CaptionText.Of("Block Transition Level-Blinds", FinalNine.Everything()).Should().Be(
            """
            level: LEVEL 37
            blinds: 100K/200K (200K)
            duration: 120 MIN
            """);

    [Test]
    public void Of_a_level_outside_the_structure_only_the_number_is_known()
        => CaptionText.Of("Block Transition Level-Blinds", FinalNine.TournamentOnly with { Tournament = FinalNine.Tournament with { CurrentLevel = 38 } }).Should().Be(
            """
            level: LEVEL 38
            blinds:
            duration:
            """);

    [Test]
    public void Without_a_level_there_is_nothing_to_say()
        => CaptionText.Of("Block Transition Level-Blinds", FinalNine.TournamentOnly).Should().Be(
            """
            level:
            blinds:
            duration:
            """);

    [Test]
    public void A_transition_says_how_far_the_tournament_has_come()
        => CaptionText.Of("Block Transition INFO", FinalNine.Everything()).Should().Be(
            """
            title: LEVEL 37
            line_1: 27 OF 10,112 PLAYERS LEFT
            line_2: AVERAGE STACK 22,471,111
            """);

    [Test]
    public void A_transition_of_a_tournament_without_figures_has_a_title_only()
        => CaptionText.Of("Block Transition INFO", FinalNine.TournamentOnly).Should().Be(
            """
            title: TOURNAMENT UPDATE
            line_1:
            line_2:
            """);

    [Test]
    public void Chips_in_play_know_the_level_and_wait_for_values_to_be_typed_in()
        => CaptionText.Of("Chips In Play x3", FinalNine.Everything()).Should().Be(
            """
            level: LEVEL 37
            slot: chips_in_play
            1:
            2:
            3:
            """);
}
