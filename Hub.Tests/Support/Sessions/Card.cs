using System.Runtime.InteropServices;

namespace Hub.Tests.Support.Sessions;

/// <summary>A playing card, written as PokerGFX writes it: <c>10d</c>, <c>as</c>.</summary>
/// <param name="Rank">2 to 14, the ace high.</param>
/// <param name="Suit">0 clubs, 1 diamonds, 2 hearts, 3 spades.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Card(int Rank, int Suit)
{
    private const string Suits = "cdhs";

    public static IEnumerable<Card> Deck
        => from rank in Enumerable.Range(2, 13) from suit in Enumerable.Range(0, 4) select new Card(rank, suit);

    public override string ToString() => RankText + Suits[Suit];

    private string RankText => Rank switch
    {
        11 => "j",
        12 => "q",
        13 => "k",
        14 => "a",
        _ => $"{Rank}",
    };
}
