using System.Diagnostics.CodeAnalysis;

namespace Hub.Modules.FeatureTable.Domain.Cards;

/// <summary>A playing card. Written as two characters, <c>Ah</c>, <c>Td</c>; PokerGFX writes <c>ah</c>, <c>10d</c>.</summary>
/// <param name="Rank">0 for the two … 12 for the ace.</param>
/// <param name="Suit">0 to 3 for clubs, diamonds, hearts, spades.</param>
internal readonly record struct Card(int Rank, int Suit)
{
    private const string Ranks = "23456789TJQKA";
    private const string Suits = "cdhs";

    /// <summary>Reads either spelling, in any case.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Card card)
    {
        card = default;
        if (text is not { Length: 2 or 3 })
            return false;

        var rank = text.Length == 2
            ? Ranks.IndexOf(char.ToUpperInvariant(text[0]), StringComparison.Ordinal)
            : text.StartsWith("10", StringComparison.Ordinal) ? Ranks.IndexOf('T', StringComparison.Ordinal) : -1;
        var suit = Suits.IndexOf(char.ToLowerInvariant(text[^1]), StringComparison.Ordinal);
        if (rank < 0 || suit < 0)
            return false;

        card = new Card(rank, suit);
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Ranks[Rank]}{Suits[Suit]}";
}
