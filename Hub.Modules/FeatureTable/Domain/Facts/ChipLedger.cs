using System.Globalization;
using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.Domain.Facts;

/// <summary>
/// Replays a hand chip by chip: small blind, big blind, the ante out of the big blind's stack, then each action up to its
/// street total. The pots that the export states before each action are the check.
/// </summary>
internal sealed class ChipLedger
{
    private readonly SortedDictionary<int, SeatLedger> _seats = [];
    private readonly List<string> _warnings = [];

    private ChipLedger(RecordedHand hand)
    {
        foreach (var player in hand.Players.Where(player => player.IsDealtIn))
            _seats.Add(player.Seat, new SeatLedger(player.Seat, player.StartStack));
    }

    /// <summary>Everyone who was dealt in, by seat.</summary>
    public IReadOnlyCollection<SeatLedger> Seats => _seats.Values;

    public IReadOnlyList<SeatLedger> StillIn => [.. _seats.Values.Where(seat => !seat.HasFolded)];

    /// <summary>All chips put in, the uncalled part included.</summary>
    public long ChipsPutIn => _seats.Values.Sum(seat => seat.PutIn);

    public IReadOnlyList<string> Warnings => _warnings;

    public SeatLedger? At(int seat) => _seats.GetValueOrDefault(seat);

    public static ChipLedger Replay(RecordedHand hand)
    {
        var ledger = new ChipLedger(hand);
        ledger.Post(hand.Blinds);
        for (var index = 0; index < hand.Actions.Count; index++)
            ledger.Apply(hand.Actions[index], index + 1, hand.Blinds.BigBlind);

        return ledger;
    }

    private void Post(Blinds blinds)
    {
        At(blinds.SmallBlindSeat)?.PostBlind(blinds.SmallBlind);
        var bigBlind = At(blinds.BigBlindSeat);
        if (blinds.IsAnteFirst)
            bigBlind?.PostAnte(blinds.Ante);
        bigBlind?.PostBlind(blinds.BigBlind);
        if (!blinds.IsAnteFirst)
            bigBlind?.PostAnte(blinds.Ante);
        At(blinds.ThirdBlindSeat)?.PostBlind(blinds.ThirdBlind);
    }

    private void Apply(RecordedAction action, int position, long bigBlind)
    {
        if (action.Kind == ActionKind.BoardCard)
        {
            foreach (var each in _seats.Values)
                each.EndStreet();
            return;
        }

        if (action.PotBefore is { } stated && stated != ChipsPutIn)
            Warn($"event {position} states a pot of {stated} where {ChipsPutIn} chips had been put in");

        if (At(action.Seat) is not { } seat)
        {
            if (action.PutsChipsIn)
                Warn($"event {position} puts chips in for seat {action.Seat}, which holds none");
            return;
        }

        if (action.Kind == ActionKind.Fold)
            seat.Fold();
        else if (action.PutsChipsIn)
            PutIn(seat, action, position, bigBlind);
    }

    private void PutIn(SeatLedger seat, RecordedAction action, int position, long bigBlind)
    {
        var added = seat.BringStreetTotalTo(action.StreetTotal);
        if (added < 0)
            Warn($"event {position}: seat {seat.Seat} has {-added} chips less in on the street than before");
        else if (seat.Behind < 0)
            Warn($"event {position}: seat {seat.Seat} puts in {-seat.Behind} chips more than it holds");
        else if (action.Kind == ActionKind.Bet && action.StreetTotal < bigBlind)
            Warn($"event {position}: the bet of {action.StreetTotal} by seat {seat.Seat} is below the big blind");
    }

    private void Warn(FormattableString warning) => _warnings.Add(warning.ToString(CultureInfo.InvariantCulture));
}
