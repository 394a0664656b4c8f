using System.Numerics;

namespace Hub.Modules.FeatureTable.Domain.Cards;

/// <summary>A set of cards as one word: sixteen bits for each suit, the lower thirteen of them in use.</summary>
internal readonly record struct CardSet(ulong Bits)
{
    private const int BitsPerSuit = 16;
    private const int SuitMask = 0x1FFF;

    /// <summary>The whole deck, in the order of suit and rank.</summary>
    public static readonly IReadOnlyList<Card> Deck =
        [.. Enumerable.Range(0, 4).SelectMany(suit => Enumerable.Range(0, 13).Select(rank => new Card(rank, suit)))];

    public static CardSet Of(IEnumerable<Card> cards) => cards.Aggregate(default(CardSet), static (set, card) => set.With(card));

    public int Count => BitOperations.PopCount(Bits);

    public CardSet With(Card card) => new(Bits | Bit(card));

    public CardSet With(CardSet other) => new(Bits | other.Bits);

    public bool Contains(Card card) => (Bits & Bit(card)) != 0;

    /// <summary>The ranks present in one suit: bit 0 for the two … bit 12 for the ace.</summary>
    public int RanksOf(int suit) => (int)(Bits >> (suit * BitsPerSuit)) & SuitMask;

    private static ulong Bit(Card card) => 1UL << ((card.Suit * BitsPerSuit) + card.Rank);
}
