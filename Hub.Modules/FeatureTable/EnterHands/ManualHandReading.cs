using System.Globalization;
using Hub.Modules.FeatureTable.Domain.Cards;
using Hub.Modules.FeatureTable.Domain.Facts;
using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.EnterHands;

/// <summary>
/// What follows from a checked hand that was typed in. There are no bets to replay: pot and stacks are taken as they were typed;
/// rank and grade come from the cards, the winner from the person, else the stacks, else the cards.
/// </summary>
internal sealed class ManualHandReading
{
    private const int CompleteBoard = 5;
    private readonly ManualHand _hand;
    private readonly ManualPlayer[] _players;
    private readonly Card[] _board;

    private ManualHandReading(ManualHand hand)
    {
        _hand = hand;
        _players = [.. hand.Players!.Select(player => player!).OrderBy(player => player.Seat)];
        _board = CardsOf(hand.Board);
    }

    /// <returns>Null where nothing tells who won.</returns>
    public static HandFacts? Of(ManualHand hand, DateTimeOffset startedAt, TimeSpan longHand) => new ManualHandReading(hand).Read(startedAt, longHand);

    private HandFacts? Read(DateTimeOffset startedAt, TimeSpan longHand)
    {
        var stated = _hand.Winners is { Count: > 0 } typed ? typed : WinnersByStacks();
        var recorded = Record(startedAt, stated);
        var showdown = Showdown.Of(recorded, ChipLedger.Replay(recorded));
        var best = Seats(showdown?.BestOf(showdown.Players));
        var winners = stated.Count > 0 ? stated : best;
        if (winners.Count == 0 || !recorded.WasPlayed)
            return null;

        return new HandFacts
        {
            Hand = recorded,
            Pot = _hand.Pot ?? 0,
            Rank = showdown?.BestRank,
            Grade = Grading.Of(showdown?.BestRank, recorded.Duration >= longHand, _board),
            Players = [.. _players.Zip(recorded.Players, (typed, player) => FactsOf(typed, player, winners, showdown))],
            Warnings = [.. Warnings(winners, best), .. DoubtfulReadings.Of(recorded, showdown)],
        };
    }

    /// <summary>Who gained chips, where nobody's chips are missing.</summary>
    private IReadOnlyList<int> WinnersByStacks()
        => Surplus == 0 ? [.. _players.Where(player => player.EndStack > player.StartStack).Select(player => player.Seat!.Value)] : [];

    private long Surplus => _players.Sum(player => player.EndStack!.Value - player.StartStack!.Value);

    private RecordedHand Record(DateTimeOffset startedAt, IReadOnlyList<int> winners) => new()
    {
        Number = _hand.HandNumber!.Value,
        StartedAt = startedAt,
        Duration = TimeSpan.FromSeconds(_hand.DurationSeconds ?? 0),
        Blinds = new Blinds
        {
            ButtonSeat = _hand.ButtonSeat ?? 0,
            SmallBlind = _hand.SmallBlind ?? 0,
            BigBlind = _hand.BigBlind ?? 0,
            Ante = _hand.Ante ?? 0,
        },
        Players = [.. _players.Select(RecordedPlayerOf)],
        Actions =
        [
            .. _players.Where(player => HasFolded(player, winners)).Select(player => new RecordedAction { Kind = ActionKind.Fold, Name = "FOLD", Seat = player.Seat!.Value }),
            .. _board.Select(card => new RecordedAction { Kind = ActionKind.BoardCard, Name = "BOARD CARD", BoardCard = card }),
        ],
    };

    /// <summary>Without a complete board the pot can only be won by folds; with one, who lost nothing and showed nothing was not in it.</summary>
    private bool HasFolded(ManualPlayer player, IReadOnlyList<int> winners)
    {
        if (player.Folded is { } stated)
            return stated;
        if (winners.Contains(player.Seat!.Value))
            return false;

        return _board.Length < CompleteBoard ? winners.Count > 0 : player.EndStack == player.StartStack && player.HoleCards is null or { Count: 0 };
    }

    private PlayerFacts FactsOf(ManualPlayer typed, RecordedPlayer player, IReadOnlyList<int> winners, Showdown? showdown) => new()
    {
        Player = player,
        HasFolded = HasFolded(typed, winners),
        IsAllIn = typed.AllIn ?? player.EndStack == 0,
        IsWinner = winners.Contains(player.Seat),
        ChipsPutIn = winners.Contains(player.Seat) ? PutInByWinner(player, winners) : Math.Max(player.StartStack - player.EndStack, 0),
        Rank = showdown?.RankOf(player.Seat),
    };

    /// <summary>What the pot holds beyond the winner's gain is his own; 0 where the pot is not known or was shared.</summary>
    private long PutInByWinner(RecordedPlayer player, IReadOnlyList<int> winners)
        => winners.Count == 1 && _hand.Pot is { } pot ? Math.Max(pot - (player.EndStack - player.StartStack), 0) : 0;

    private IEnumerable<string> Warnings(IReadOnlyList<int> winners, IReadOnlyList<int> best)
    {
        if (_hand.Pot is null)
            yield return "the pot was not entered";
        if (Surplus != 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"the stacks do not add up: {Math.Abs(Surplus)} chips {(Surplus > 0 ? "too many" : "missing")} after the hand");
        if (best.Count > 0 && !best.Intersect(winners).Any())
            yield return $"by the cards seat {string.Join(" and ", best)} has the best hand";
    }

    private static RecordedPlayer RecordedPlayerOf(ManualPlayer player) => new()
    {
        Seat = player.Seat!.Value,
        Name = player.Name!.Trim(),
        LongName = player.LongName?.Trim() ?? "",
        StartStack = player.StartStack!.Value,
        EndStack = player.EndStack!.Value,
        HoleCards = CardsOf(player.HoleCards),
        EliminationRank = player.EliminationRank,
        VpipPercent = player.VpipPercent ?? 0,
    };

    private static Card[] CardsOf(IReadOnlyList<string?>? cards)
        => [.. (cards ?? []).Select(text => Card.TryParse(text, out var card) ? card : throw new ArgumentException("Cards are checked before.", nameof(cards)))];

    private static IReadOnlyList<int> Seats(IReadOnlyList<SeatLedger>? players) => [.. (players ?? []).Select(player => player.Seat)];
}
