using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.Domain.Facts;

/// <summary>Warnings about what the table's readers and its operator got wrong, apart from the chips.</summary>
internal static class DoubtfulReadings
{
    public static IEnumerable<string> Of(RecordedHand hand, Showdown? showdown)
    {
        var places = hand.Players.SelectMany(player => player.HoleCards.Select(card => (Card: card, Place: $"seat {player.Seat}")))
            .Concat(hand.Board.Select(card => (Card: card, Place: "the board")));
        foreach (var card in places.GroupBy(each => each.Card, each => each.Place).Where(card => card.Count() > 1))
            yield return $"{card.Key} was read twice: {string.Join(" and ", card)}";

        foreach (var seat in showdown?.SeatsWithoutCards ?? [])
            yield return $"the cards of seat {seat}, still in at the showdown, were not read";

        foreach (var name in hand.Players.Where(player => player.IsDealtIn).GroupBy(player => player.Name, StringComparer.Ordinal).Where(name => name.Count() > 1))
            yield return $"{name.Count()} players have the same name, {name.Key}";

        if (hand.Board.Count is not (0 or 3 or 4 or 5))
            yield return $"the board has {hand.Board.Count} cards";

        if (hand.HasSeveralBoards)
            yield return "the board was dealt more than once; only the first one is kept";
    }
}
