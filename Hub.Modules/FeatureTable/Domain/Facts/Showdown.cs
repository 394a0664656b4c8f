using Hub.Modules.FeatureTable.Domain.Cards;
using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.Domain.Facts;

/// <summary>Two or more players still in when the board was complete, and how strong the hands are that were read.</summary>
internal sealed class Showdown
{
    private readonly CardSet _board;
    private readonly CardSet _seen;
    private readonly Dictionary<int, HandStrength> _strengths = [];

    private Showdown(RecordedHand hand, ChipLedger ledger)
    {
        _board = CardSet.Of(hand.Board);
        _seen = _board.With(CardSet.Of(hand.Players.SelectMany(player => player.HoleCards)));
        Players = ledger.StillIn;
        foreach (var player in Players.Select(seat => hand.PlayerAt(seat.Seat)!).Where(player => player.HasKnownCards))
            _strengths[player.Seat] = HandEvaluator.Evaluate(_board.With(CardSet.Of(player.HoleCards)));
    }

    public IReadOnlyList<SeatLedger> Players { get; }

    /// <summary>Best rank among the cards that were read; null when none were.</summary>
    public HandRank? BestRank => _strengths.Count == 0 ? null : _strengths.Values.Max().Rank;

    public IEnumerable<int> SeatsWithoutCards => Players.Select(player => player.Seat).Where(seat => !_strengths.ContainsKey(seat));

    public static Showdown? Of(RecordedHand hand, ChipLedger ledger)
        => hand.Board.Count == 5 && ledger.StillIn.Count > 1 ? new Showdown(hand, ledger) : null;

    public HandRank? RankOf(int seat) => _strengths.TryGetValue(seat, out var strength) ? strength.Rank : null;

    /// <summary>
    /// Who has the best hand. Cards that were not read could be any two: with some missing there is an answer only where
    /// it is the same whatever they are; otherwise nobody.
    /// </summary>
    public IReadOnlyList<SeatLedger> BestOf(IReadOnlyList<SeatLedger> contenders)
    {
        if (contenders.Count == 1)
            return contenders;

        var read = contenders.Where(player => _strengths.ContainsKey(player.Seat)).ToArray();
        var unread = contenders.Except(read).ToArray();
        var (weakest, strongest) = unread.Length == 0 ? default : RangeOfUnreadHands();
        var best = read.Length == 0 ? weakest : read.Max(player => _strengths[player.Seat]);
        var winners = read.Where(player => _strengths[player.Seat] == best);
        if (unread.Length == 0 || strongest < best)
            return [.. winners];

        return weakest == strongest && strongest == best ? [.. winners.Concat(unread).OrderBy(player => player.Seat)] : [];
    }

    private (HandStrength Weakest, HandStrength Strongest) RangeOfUnreadHands()
    {
        var unseen = CardSet.Deck.Where(card => !_seen.Contains(card)).ToArray();
        var possible = new List<HandStrength>();
        for (var first = 0; first < unseen.Length; first++)
        {
            for (var second = first + 1; second < unseen.Length; second++)
                possible.Add(HandEvaluator.Evaluate(_board.With(unseen[first]).With(unseen[second])));
        }

        return (possible.Min(), possible.Max());
    }
}
