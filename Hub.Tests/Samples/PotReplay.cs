using Hub.Tests.Support.Sessions;

namespace Hub.Tests.Samples;

/// <summary>Adds a hand up from its export alone, as a reader of the file has to.</summary>
internal sealed class PotReplay
{
    private readonly Dictionary<int, long> _street = [];
    private readonly Dictionary<int, long> _left;
    private long _pot;

    public PotReplay(PgfxHand hand)
    {
        _left = hand.Players.ToDictionary(p => p.PlayerNum, p => p.StartStackAmt);
        Put(hand.FlopDrawBlinds.SmallBlindPlayerNum, hand.FlopDrawBlinds.SmallBlindAmt);
        Put(hand.FlopDrawBlinds.BigBlindPlayerNum, hand.FlopDrawBlinds.BigBlindAmt);
        var ante = Math.Min(hand.AnteAmt, _left[hand.FlopDrawBlinds.BigBlindPlayerNum]);
        _left[hand.FlopDrawBlinds.BigBlindPlayerNum] -= ante;
        _pot += ante;
    }

    /// <summary>Applies the event and gives the pot before it, or 0 where exports have none.</summary>
    public long Apply(PgfxEvent step)
    {
        var before = _pot;
        switch (step.EventType)
        {
            case "BOARD CARD":
                _street.Clear();
                return 0;
            case "FOLD":
                return 0;
            case "CHECK":
                return before;
            default:
                Put(step.PlayerNum, step.BetAmt - _street.GetValueOrDefault(step.PlayerNum));
                return (step.EventType == "ALL IN") == (_left[step.PlayerNum] == 0) ? before : -1;
        }
    }

    private void Put(int seat, long amount)
    {
        amount = Math.Min(amount, _left[seat]);
        _left[seat] -= amount;
        _street[seat] = _street.GetValueOrDefault(seat) + amount;
        _pot += amount;
    }
}
