namespace Hub.Tests.Support.Sessions;

/// <summary>What is counted of a player over a session, each hand included as soon as it is over.</summary>
internal sealed class PlayerLedger
{
    private int _hands;
    private int _putMoneyIn;
    private int _raisedBeforeFlop;
    private int _aggressive;
    private int _decisions;
    private int _flops;
    private int _showdowns;

    public long Winnings { get; private set; }

    public int EliminationRank { get; set; } = -1;

    public int VpipPercent => Percent(_putMoneyIn, _hands);

    public int PreFlopRaisePercent => Percent(_raisedBeforeFlop, _hands);

    public int AggressionPercent => Percent(_aggressive, _decisions);

    public int WentToShowdownPercent => Percent(_showdowns, _flops);

    public void Add(PlayedSeat seat, IReadOnlyList<HandEvent> events)
    {
        List<HandEvent> own = [.. events.Where(e => e.Seat == seat.Seat)];
        _hands++;
        _putMoneyIn += own.Exists(e => e is { Street: 0, StreetTotal: > 0 }) ? 1 : 0;
        _raisedBeforeFlop += own.Exists(e => e is { Street: 0, IsRaise: true }) ? 1 : 0;
        _aggressive += own.Count(e => e is { Street: > 0, IsRaise: true });
        _decisions += own.Count(e => e.Street > 0 && e.Type != "CHECK");
        _flops += seat.SawFlop ? 1 : 0;
        _showdowns += seat is { SawFlop: true, SawShowdown: true } ? 1 : 0;
        Winnings += seat.EndStack - seat.StartStack;
    }

    private static int Percent(int part, int whole) => whole == 0 ? 0 : part * 100 / whole;
}
