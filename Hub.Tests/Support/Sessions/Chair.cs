namespace Hub.Tests.Support.Sessions;

/// <summary>A player while a hand is on.</summary>
internal sealed class Chair
{
    private readonly long _startStack;
    private bool _sawFlop;

    public Chair(int seat, long stack, Card first, Card second)
    {
        (Seat, Stack, _startStack) = (seat, stack, stack);
        (Low, High) = (first.Rank, first.Suit).CompareTo((second.Rank, second.Suit)) < 0 ? (first, second) : (second, first);
    }

    public int Seat { get; }

    public long Stack { get; private set; }

    public Card High { get; }

    public Card Low { get; }

    /// <summary>Chips in on this street.</summary>
    public long StreetTotal { get; private set; }

    /// <summary>Chips in during the hand, the ante not among them.</summary>
    public long PutIn { get; private set; }

    public bool HasFolded { get; set; }

    public void PutIntoPot(long amount)
    {
        var paid = Math.Min(amount, Stack);
        Stack -= paid;
        StreetTotal += paid;
        PutIn += paid;
    }

    /// <summary>The ante is dead money: it counts towards no bet.</summary>
    public long PayAnte(long amount)
    {
        var paid = Math.Min(amount, Stack);
        Stack -= paid;
        return paid;
    }

    public void StartStreet(bool sawFlop)
    {
        StreetTotal = 0;
        _sawFlop |= sawFlop;
    }

    public void Win(long amount) => Stack += amount;

    public HandValue Value(IReadOnlyList<Card> board) => HandValue.Of([High, Low, .. board]);

    public PlayedSeat ToResult(bool sawShowdown) => new(Seat, _startStack, Stack, High, Low, _sawFlop, sawShowdown);
}
