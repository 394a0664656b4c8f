using FluentAssertions;
using Hub.Modules.FeatureTable.Domain.Cards;

namespace Hub.Tests.FeatureTable.Domain;

internal sealed class HandEvaluatorTests
{
    [Test]
    public void All_2598960_hands_of_five_cards_fall_into_the_known_ranks()
    {
        var counts = new int[10];
        ForEachHandOfFive(strength => counts[(int)strength.Rank]++);

        counts.Should().Equal([1_302_540, 1_098_240, 123_552, 54_912, 10_200, 5_108, 3_744, 624, 36, 4], "these are the numbers of combinations, from high card to royal flush");
    }

    [Test]
    public void Hands_of_five_cards_have_exactly_7462_different_strengths()
    {
        var strengths = new HashSet<int>();
        ForEachHandOfFive(strength => strengths.Add(strength.Value));

        strengths.Should().HaveCount(7_462);
    }

    [TestCase("As Ks Qs Js Ts", "Kh Qh Jh Th 9h")]
    [TestCase("Kh Qh Jh Th 9h", "5d 4d 3d 2d Ad")]
    [TestCase("5d 4d 3d 2d Ad", "Ac Ad Ah As Kc")]
    [TestCase("2c 2d 2h 2s 4c", "2c 2d 2h 2s 3c")]
    [TestCase("2c 2d 2h 2s 3c", "Ac Ad Ah Ks Kc")]
    [TestCase("3c 3d 3h 2s 2c", "2c 2d 2h As Ac")]
    [TestCase("2c 2d 2h As Ac", "Ac Kc Qc Jc 9c")]
    [TestCase("7c 5c 4c 3c 2c", "As Kd Qh Jc Ts")]
    [TestCase("6s 5d 4h 3c 2s", "As 2d 3h 4c 5s")]
    [TestCase("As 2d 3h 4c 5s", "Ac Ad Ah Ks Qc")]
    [TestCase("2c 2d 2h 4s 3c", "Ac Ad Kh Ks Qc")]
    [TestCase("Ac Ad 3h 3s 4c", "Ac Ad 2h 2s Kc")]
    [TestCase("3c 3d 2h 2s 4c", "Ac Ad Kh Qs Jc")]
    [TestCase("2c 2d 6h 4s 3c", "2c 2d 5h 4s 3c")]
    [TestCase("2c 2d 5h 4s 3c", "Ac Kd Qh Js 9c")]
    [TestCase("Ac Kd Qh Js 9c", "Ac Kd Qh Js 8c")]
    public void The_better_hand_is_stronger(string better, string worse)
        => Strength(better).Should().BeGreaterThan(Strength(worse));

    [TestCase("As Kd Qh Jc 9s 3d 2c", "Ad Ks Qc Jh 9d 4d 2h")]
    [TestCase("As Ad Kh Kc Qs Qd 2c", "Ah Ac Ks Kd Qh 3d 2h")]
    [TestCase("2c 3d 4h 5s 6c Ah Ad", "2c 3d 4h 5s 6c 6h 6d")]
    [TestCase("Ah Kh 9h 7h 3h 2h Ad", "Ah Kh 9h 7h 3h Ks Kd")]
    public void Cards_that_are_not_among_the_best_five_do_not_count(string one, string other)
        => Strength(one).Should().Be(Strength(other));

    [TestCase("As Ad Ah Kc Kd Ks 2c", HandRank.FullHouse)]
    [TestCase("As 2s 3s 4s 5s Ks Kd", HandRank.StraightFlush)]
    [TestCase("9s Ts Js Qs Ks As Ad", HandRank.RoyalFlush)]
    [TestCase("As Ks Qs Js Td 9s 2c", HandRank.Flush)]
    [TestCase("Qs Kd Ah 2c 3d 7h 9s", HandRank.HighCard)]
    [TestCase("As Ad Kh Kc Qs Qd Jc", HandRank.TwoPair)]
    [TestCase("6c 6d 6h 6s Ah Ad Ac", HandRank.FourOfAKind)]
    public void The_best_five_of_seven_give_the_rank(string cards, HandRank rank)
        => Strength(cards).Rank.Should().Be(rank);

    [Test]
    public void The_best_five_of_seven_are_as_strong_as_the_strongest_five_among_them()
    {
        var random = new Random(20260307);
        for (var round = 0; round < 20_000; round++)
        {
            var seven = CardSet.Deck.OrderBy(_ => random.Next()).Take(7).ToArray();
            var strongest = Enumerable.Range(0, 7).SelectMany(first => Enumerable.Range(first + 1, 6 - first).Select(second => (first, second)))
                .Max(left => HandEvaluator.Evaluate(CardSet.Of(seven.Where((_, index) => index != left.first && index != left.second))));

            HandEvaluator.Evaluate(CardSet.Of(seven)).Should().Be(strongest, "of {0}", string.Join(' ', seven));
        }
    }

    private static HandStrength Strength(string cards)
        => HandEvaluator.Evaluate(CardSet.Of(cards.Split(' ').Select(word => Card.TryParse(word, out var card) ? card : throw new ArgumentException(word, nameof(cards)))));

    private static void ForEachHandOfFive(Action<HandStrength> visit) => Complete(default, from: 0, missing: 5, visit);

    private static void Complete(CardSet cards, int from, int missing, Action<HandStrength> visit)
    {
        if (missing == 0)
        {
            visit(HandEvaluator.Evaluate(cards));
            return;
        }

        for (var next = from; next <= CardSet.Deck.Count - missing; next++)
            Complete(cards.With(CardSet.Deck[next]), next + 1, missing - 1, visit);
    }
}
