namespace Hub.Modules.FeatureTable.Domain.Facts;

/// <summary>What one player put in during a hand.</summary>
internal sealed class SeatLedger(int seat, long startStack)
{
    private long _onStreet;

    public int Seat { get; } = seat;

    /// <summary>Chips still behind. Negative where the export states more than the player had.</summary>
    public long Behind { get; private set; } = startStack;

    /// <summary>Blinds and bets: the chips others had to match.</summary>
    public long Matched { get; private set; }

    /// <summary>The ante: it is in the pot but nobody has to match it.</summary>
    public long Ante { get; private set; }

    public long PutIn => Matched + Ante;

    public bool HasFolded { get; private set; }

    public bool IsAllIn { get; private set; }

    public void Fold() => HasFolded = true;

    public void PostBlind(long amount) => BringStreetTotalTo(_onStreet + Math.Min(amount, Behind));

    public void PostAnte(long amount)
    {
        Ante = Math.Min(amount, Behind);
        TakeFromStack(Ante);
    }

    /// <summary>Raises what the player has in on this street to <paramref name="total"/>; returns the chips that went in.</summary>
    public long BringStreetTotalTo(long total)
    {
        var added = total - _onStreet;
        _onStreet = total;
        Matched += added;
        TakeFromStack(added);
        return added;
    }

    public void EndStreet() => _onStreet = 0;

    private void TakeFromStack(long chips)
    {
        Behind -= chips;
        IsAllIn |= chips > 0 && Behind <= 0;
    }
}
