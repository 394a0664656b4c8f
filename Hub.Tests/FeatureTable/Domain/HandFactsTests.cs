using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Modules.FeatureTable.Domain.Cards;
using Hub.Tests.FeatureTable.Samples;

namespace Hub.Tests.FeatureTable.Domain;

internal sealed class HandFactsTests
{
    private const string CheckedDown = "4 checks, 2 checks";

    [Test]
    public void The_rank_counts_only_who_is_still_in_at_the_showdown()
    {
        var facts = Showdown("As Kd", "Qh Qc", board: "Qs Qd 2c 3h 9s", folded: "2d 2h").Facts();

        facts.Rank.Should().Be(HandRank.FourOfAKind);
        facts.Players.Select(player => player.Rank).Should().Equal(HandRank.OnePair, null, HandRank.FourOfAKind);
        facts.IsPremium.Should().BeTrue();
    }

    [Test]
    public void A_hand_won_without_a_showdown_has_no_rank()
    {
        var facts = SampleHand.Number(1).Seat(2, 9000, 9100, "Qh Qc").Seat(4, 9000, 8900, "Ac Ad").Blinds(50, at: 2, 100, bigAt: 4)
            .Play("2 calls 100, 4 checks, board Qs Qd 2c, board 3h, board 9s, 4 checks, 2 bets 300, 4 folds").Facts();

        facts.Rank.Should().BeNull();
        facts.IsPremium.Should().BeFalse();
    }

    [TestCase("Qs Qd 2c 3h 9s", "PT3M", HandGrade.B, TestName = "premium and long")]
    [TestCase("Qs Qd 2c 3h 9s", "PT1M59.9999999S", HandGrade.C, TestName = "premium only")]
    [TestCase("Qs Qd 2c 2h 2s", "PT1M", HandGrade.B, TestName = "premium and three of a kind on the board")]
    [TestCase("Qs Qd 2c 2h 2s", "PT2M", HandGrade.A, TestName = "premium, 120 s exactly and three of a kind on the board")]
    [TestCase("3s 4d 5c 6h 7s", "PT3M", HandGrade.B, TestName = "long and a straight on the board")]
    [TestCase("3s 4d 5c Kh Js", "PT3M", HandGrade.C, TestName = "long only")]
    public void The_grade_counts_premium_length_and_a_strong_board(string board, string duration, HandGrade grade)
        => Showdown("As Kd", "Qh Qc", board, folded: "8d 8h").Lasting(duration).Facts().Grade.Should().Be(grade);

    [Test]
    public void A_player_who_put_the_last_chip_in_is_all_in_whether_by_a_bet_or_by_a_blind()
    {
        var facts = SampleHand.Number(1).Seat(2, 5000, 0, "2c 7d").Seat(3, 9000, 14_150, "As Ad").Seat(4, 150, 0, "Kc Kd").Blinds(100, at: 3, 200, bigAt: 4, ante: 200)
            .Play("2 all-in 5000, 3 calls 5000, board 9c 9d 5s 6h Jc").Facts();

        facts.IsAllIn.Should().BeTrue();
        facts.Players.Select(player => player.IsAllIn).Should().Equal(true, false, true);
        facts.Players.Select(player => player.WentOut).Should().Equal(true, false, true);
        facts.Warnings.Should().BeEmpty();
    }

    [Test]
    public void Chips_put_in_leave_out_what_came_back()
        => SampleHand.Ordinary(1).Facts().Players.Select(player => player.ChipsPutIn).Should().Equal(400, 100, 800);

    [Test]
    public void A_card_read_twice_is_named_with_its_places()
        => Showdown("As Kd", "Qh Qc", board: "Qs 3d 2c 3h 9s", folded: "As 2h").Facts().Warnings.Should().Equal("As was read twice: seat 2 and seat 3");

    [Test]
    public void Players_of_the_same_name_are_noted_and_kept_apart()
    {
        var facts = SampleHand.Number(1).Seat(2, 9000, 9000, name: "Kim").Seat(3, 9000, 8900, name: "Kim").Seat(4, 9000, 9100).Blinds(100, at: 3, 200, bigAt: 4)
            .Play("2 folds, 3 folds").Facts();

        facts.Players.Should().HaveCount(3);
        facts.Warnings.Should().Equal("2 players have the same name, Kim");
    }

    [Test]
    public void A_stated_pot_that_differs_from_the_chips_put_in_is_noted_with_its_event()
    {
        var hand = SampleHand.Ordinary(1).Recorded();
        var first = hand.Actions[0] with { PotBefore = 1000 };

        var facts = Hub.Modules.FeatureTable.Domain.Facts.HandFacts.Of(hand with { Actions = [first, .. hand.Actions.Skip(1)] }, TimeSpan.FromSeconds(120));

        facts.Warnings.Should().Equal("event 1 states a pot of 1000 where 900 chips had been put in");
    }

    /// <summary>Seats 2 and 4 check it down, and 4 gets the pot.</summary>
    private static SampleHand Showdown(string two, string four, string board, string folded)
    {
        var cards = board.Split(' ');
        return SampleHand.Number(1).Seat(2, 9000, 8800, two).Seat(3, 9000, 8900, folded).Seat(4, 9000, 9300, four).Blinds(100, at: 3, 200, bigAt: 4)
            .Play($"2 calls 200, 3 folds, 4 checks, board {string.Join(' ', cards[..3])}, {CheckedDown}, board {cards[3]}, {CheckedDown}, board {cards[4]}, {CheckedDown}");
    }
}
