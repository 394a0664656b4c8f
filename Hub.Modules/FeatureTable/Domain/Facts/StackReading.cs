using System.Globalization;
using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.Domain.Facts;

/// <summary>What the stacks before and after the hand say about who got the pot.</summary>
internal sealed class StackReading
{
    private readonly ChipLedger _ledger;
    private readonly long _pot;
    private readonly PotShare[] _shares;
    private readonly bool _nobodysStackChanged;

    public StackReading(RecordedHand hand, ChipLedger ledger, UncalledPart uncalled)
    {
        _ledger = ledger;
        _pot = ledger.ChipsPutIn - uncalled.Chips;
        _shares =
        [
            .. from player in hand.Players
               let seat = ledger.At(player.Seat) ?? new SeatLedger(player.Seat, player.StartStack)
               select new PotShare(seat, player.EndStack - player.StartStack + seat.PutIn - uncalled.RefundTo(player.Seat)),
        ];
        _nobodysStackChanged = hand.Players.All(player => player.EndStack == player.StartStack);
    }

    /// <summary>The shares make up the pot and make sense: one player has it all, or several who did not fold share it.</summary>
    public bool AddsUp => _pot > 0
        && _shares.All(share => share.Chips >= 0)
        && _shares.Sum(share => share.Chips) == _pot
        && (Winners.Count == 1 || (Winners.All(winner => !winner.HasFolded) && !_nobodysStackChanged));

    /// <summary>Everyone has what he began with although more than one player put chips in.</summary>
    public bool WasPutBack => _nobodysStackChanged && _ledger.Seats.Count(seat => seat.PutIn > 0) > 1;

    /// <summary>Chips that appeared (positive) or vanished between start and end.</summary>
    public long Surplus => _shares.Sum(share => share.Chips) - _pot;

    /// <summary>Those with a share of the pot, by seat.</summary>
    public IReadOnlyList<SeatLedger> Winners => [.. _shares.Where(share => share.Chips > 0).Select(share => share.Player)];

    /// <summary>The only player still in who got exactly the pot, whatever happened to the other stacks; or null.</summary>
    public SeatLedger? SoleTakerOfThePot =>
        _pot > 0 && _shares.Where(share => share.Chips == _pot && !share.Player.HasFolded).Take(2).ToArray() is [var only] ? only.Player : null;

    /// <summary>The stacks leave exactly <paramref name="winners"/> with the pot; so they do even where a split gives everyone back what he put in.</summary>
    public bool AgreesWith(IReadOnlyList<SeatLedger> winners) =>
        Surplus == 0 && _shares.All(share => share.Chips >= 0) && Winners.SequenceEqual(winners);

    /// <summary>Says why the stacks cannot be trusted.</summary>
    public string Describe() =>
        WasPutBack ? "the stacks were put back to what they were before the hand"
        : Surplus != 0 ? string.Create(CultureInfo.InvariantCulture, $"the stacks do not add up: {Math.Abs(Surplus)} chips {(Surplus > 0 ? "too many" : "missing")} after the hand")
        : "the stacks were typed over: they do not follow from the actions";
}
