using FluentAssertions;
using Hub.Tests.FeatureTable.Samples;

namespace Hub.Tests.FeatureTable.Domain;

internal sealed class PotAndWinnerTests
{
    [TestCaseSource(nameof(Cases))]
    public void Pot_winners_and_warnings_follow_from_the_hand(WinnerCase example)
    {
        var facts = example.Hand.Facts();

        facts.Pot.Should().Be(example.Pot);
        facts.Players.Where(player => player.IsWinner).Select(player => player.Player.Seat).Should().Equal(example.Winners);
        facts.Warnings.Should().HaveCount(example.Warnings.Length, "these are the warnings: {0}", string.Join("; ", facts.Warnings));
        foreach (var (warning, expected) in facts.Warnings.Zip(example.Warnings))
            warning.Should().Contain(expected);
    }

    private static IEnumerable<WinnerCase> Cases() =>
    [
        new("All fold to a raise: the uncalled part is no pot", SampleHand.Ordinary(1), Pot: 1300, [2]),

        new("All fold to the big blind, whose surplus over the small blind is uncalled",
            SampleHand.Number(1).Seat(2, 9000, 9000).Seat(3, 9000, 8900).Seat(4, 9000, 9100).Blinds(100, at: 3, 200, bigAt: 4, ante: 200)
                .Play("2 folds, 3 folds"),
            Pot: 400, [4]),

        new("Nobody posts the small blind: the big blind wins back his own ante and no stack changes",
            SampleHand.Number(1).Seat(2, 9000, 9000).Seat(3, 0, 0, sittingOut: true).Seat(4, 9000, 9000).Blinds(100, at: 3, 200, bigAt: 4, ante: 200)
                .Play("2 folds"),
            Pot: 200, [4]),

        new("A player without chips who is not sitting out posts nothing and is not in the hand",
            SampleHand.Number(1).Seat(2, 9000, 9000).Seat(3, 0, 0).Seat(4, 9000, 9000).Blinds(100, at: 3, 200, bigAt: 4, ante: 200)
                .Play("2 folds"),
            Pot: 200, [4]),

        new("Heads-up the button has the small blind",
            SampleHand.Number(1).Seat(2, 9000, 9400).Seat(5, 9000, 8600).Blinds(100, at: 2, 200, bigAt: 5, ante: 200)
                .Play("2 bets 400, 5 folds"),
            Pot: 600, [2]),

        new("Street totals, not increments: a call states what the player then has in",
            SampleHand.Number(1).Seat(2, 9000, 11_200, "Ah Ad").Seat(3, 9000, 7200, "Kh Kd").Seat(4, 9000, 8600).Blinds(100, at: 3, 200, bigAt: 4, ante: 200)
                .Play("2 bets 500, 3 bets 800, 4 folds, 2 calls 800, board 2c 7d 9s, 3 checks, 2 bets 1000, 3 calls 1000, board 3c, 3 checks, 2 checks, board 4c, 3 checks, 2 checks"),
            Pot: 4000, [2]),

        new("A big blind who cannot pay the ante posts the blind first",
            SampleHand.Number(1).Seat(2, 9000, 9350, "Ah Ad").Seat(3, 9000, 8900).Seat(4, 250, 0, "Kh Kd").Blinds(100, at: 3, 200, bigAt: 4, ante: 200)
                .Play("2 bets 400, 3 folds, board 2c 7d 9s, board 3c, board 4h"),
            Pot: 550, [2]),

        new("A big blind who cannot pay the blind is all-in, and the surplus of the raiser goes back",
            SampleHand.Number(1).Seat(2, 9000, 9250, "Ah Ad").Seat(3, 9000, 8900).Seat(4, 150, 0, "Kh Kd").Blinds(100, at: 3, 200, bigAt: 4, ante: 200)
                .Play("2 bets 400, 3 folds, board 2c 7d 9s, board 3c, board 4h"),
            Pot: 400, [2]),

        new("Two equal hands split the pot, the odd chip goes to one of them",
            SampleHand.Number(1).Seat(2, 9000, 9100, "Ah Kd").Seat(3, 9000, 8500, "7c 7d").Seat(4, 9000, 9400, "As Kc").Blinds(500, at: 3, 500, bigAt: 4, ante: 500)
                .Play("2 calls 500, 3 folds, 4 checks, board Ac Kh 2s, 4 checks, 2 checks, board 3s, 4 checks, 2 checks, board 9h, 4 checks, 2 checks"),
            Pot: 2000, [2, 4]),

        new("A winner of a side pot only can end with less than he began with",
            SampleHand.Number(1).Seat(2, 1000, 3000, "Ah Ad").Seat(3, 5000, 4500, "Kh Kd").Seat(4, 5000, 3500, "Qh Qd").Blinds(100, at: 3, 200, bigAt: 4)
                .Play("2 all-in 1000, 3 bets 1500, 4 calls 1500, board 2c 7d 9s, 3 checks, 4 checks, board 3c, 3 checks, 4 checks, board 4s, 3 checks, 4 checks"),
            Pot: 4000, [2, 3]),

        new("Main pot and side pot have different winners",
            SampleHand.Number(1).Seat(2, 1000, 3000, "Ah Ad").Seat(3, 5000, 5000, "Kh Kd").Seat(4, 5000, 3000, "Qh Qd").Blinds(100, at: 3, 200, bigAt: 4)
                .Play("2 all-in 1000, 3 bets 2000, 4 calls 2000, board 2c 7d 9s, 3 checks, 4 checks, board 3c, 3 checks, 4 checks, board 4s, 3 checks, 4 checks"),
            Pot: 5000, [2, 3]),

        new("Stacks put back: who was left when all others folded has won",
            SampleHand.Number(1).Seat(2, 9000, 9000).Seat(3, 9000, 9000).Seat(4, 9000, 9000).Blinds(100, at: 3, 200, bigAt: 4, ante: 200)
                .Play("2 bets 500, 3 calls 500, 4 folds, board 2c 7d 9s, 3 bets 600, 2 folds"),
            Pot: 1400, [3], "stacks were put back"),

        new("Stacks put back after a showdown: the cards tell, side pots included",
            SampleHand.Number(1).Seat(2, 1000, 1000, "Ah Ad").Seat(3, 5000, 5000, "Kh Kd").Seat(4, 5000, 5000, "Qh Qd").Blinds(100, at: 3, 200, bigAt: 4)
                .Play("2 all-in 1000, 3 bets 2000, 4 calls 2000, board 2c 7d 9s, 3 checks, 4 checks, board 3c, 3 checks, 4 checks, board 4s, 3 checks, 4 checks"),
            Pot: 5000, [2, 3], "stacks were put back"),

        new("Stacks put back after a showdown: getting back what nobody called is no win",
            SampleHand.Number(1).Seat(2, 9000, 9000, "Kh Kd").Seat(3, 3000, 3000, "Ah Ad").Seat(4, 9000, 9000).Blinds(100, at: 2, 200, bigAt: 3)
                .Play("4 folds, 2 bets 5000, 3 all-in 3000, board 2c 7d 9s, board 3c, board 4s"),
            Pot: 6000, [3], "stacks were put back"),

        new("A chop that gives both back what they put in is no put-back",
            SampleHand.Number(1).Seat(2, 9000, 9000, "Ah Kd").Seat(4, 9000, 9000, "As Kc").Blinds(100, at: 2, 200, bigAt: 4)
                .Play("2 calls 200, 4 checks, board Ac Kh 2s, 4 checks, 2 checks, board 3s, 4 checks, 2 checks, board 9h, 4 checks, 2 checks"),
            Pot: 400, [2, 4]),

        new("End stacks typed over for the next hand: the folds tell",
            SampleHand.Number(1).Seat(2, 9000, 12_000).Seat(3, 9000, 8000).Seat(4, 9000, 7000).Blinds(100, at: 3, 200, bigAt: 4, ante: 200)
                .Play("2 bets 500, 3 folds, 4 folds"),
            Pot: 700, [2], "typed over"),

        new("A loser who bought in again before the export: the cards tell",
            SampleHand.Number(1).Seat(2, 5000, 10_000, "Ah Ad").Seat(3, 5000, 30_000, "Kh Kd").Blinds(100, at: 2, 200, bigAt: 3)
                .Play("2 all-in 5000, 3 all-in 5000, board 2c 7d 9s 3c 4s"),
            Pot: 10_000, [2], "30000 chips too many"),

        new("The uncalled part was given to the winner: the pot is without it",
            SampleHand.Number(1).Seat(2, 9000, 4000, "Kh Kd").Seat(3, 3000, 8000, "Ah Ad").Seat(4, 9000, 9000).Blinds(100, at: 2, 200, bigAt: 3)
                .Play("4 folds, 2 bets 5000, 3 all-in 3000, board 2c 7d 9s, board 3c, board 4s"),
            Pot: 6000, [3], "uncalled part of seat 2"),

        new("A bet mistyped below the big blind takes nothing back from who folded to it",
            SampleHand.Number(1).Seat(2, 9000, 9500).Seat(3, 9000, 8900).Seat(4, 9000, 8600).Blinds(100, at: 3, 200, bigAt: 4, ante: 200)
                .Play("2 bets 50, 3 folds, 4 folds"),
            Pot: 550, [2], "below the big blind"),

        new("Cards missing at the showdown, but the stacks add up",
            SampleHand.Number(1).Seat(2, 9000, 9300, "Ah Ad").Seat(4, 9000, 8700).Blinds(100, at: 2, 200, bigAt: 4, ante: 100)
                .Play("2 calls 200, 4 checks, board 2c 7d 9s, 4 checks, 2 checks, board 3c, 4 checks, 2 checks, board 4s, 4 checks, 2 checks"),
            Pot: 500, [2], "not read"),

        new("Stacks put back and cards missing: nobody is named where unread cards could have won",
            SampleHand.Number(1).Seat(2, 9000, 9000, "Ah Ad").Seat(3, 9000, 9000).Seat(4, 9000, 9000).Blinds(100, at: 3, 200, bigAt: 4)
                .Play("2 calls 200, 3 folds, 4 checks, board 2c 7d 9s, 4 checks, 2 checks, board 3c, 4 checks, 2 checks, board 4s, 4 checks, 2 checks"),
            Pot: 500, [], "put back", "nothing tells", "not read"),

        new("Stacks put back and cards missing: unread cards that cannot win do not matter",
            SampleHand.Number(1).Seat(2, 9000, 9000, "Ah Kh").Seat(3, 9000, 9000).Seat(4, 9000, 9000).Blinds(100, at: 3, 200, bigAt: 4)
                .Play("2 calls 200, 3 folds, 4 checks, board Qh Jh Th, 4 checks, 2 checks, board 3c, 4 checks, 2 checks, board 4s, 4 checks, 2 checks"),
            Pot: 500, [2], "put back", "not read"),

        new("Stacks put back and cards missing: a board that nobody can improve is split",
            SampleHand.Number(1).Seat(2, 9000, 9000).Seat(3, 9000, 9000).Seat(4, 9000, 9000, "2s 3s").Blinds(100, at: 3, 200, bigAt: 4)
                .Play("2 calls 200, 3 folds, 4 checks, board 7c 7d 7s, 4 checks, 2 checks, board 7h, 4 checks, 2 checks, board As, 4 checks, 2 checks"),
            Pot: 500, [2, 4], "put back", "not read"),

        new("Neither folds nor cards tell, but one stack grew by exactly the pot",
            SampleHand.Number(1).Seat(2, 9000, 9300).Seat(3, 9000, 9500).Seat(4, 9000, 8800).Blinds(100, at: 3, 200, bigAt: 4)
                .Play("2 calls 200, 3 folds, 4 checks, board 7c 8d Ts, 4 checks, 2 checks, board 2h, 4 checks, 2 checks, board As, 4 checks, 2 checks"),
            Pot: 500, [2], "600 chips too many", "seat 2", "seat 4"),

        new("A hand without events was not played and nobody won",
            SampleHand.Number(1).Seat(2, 9000, 9000).Seat(3, 9000, 9000).Seat(4, 9000, 9000).Blinds(100, at: 3, 200, bigAt: 4, ante: 200),
            Pot: 400, []),
    ];
}
