namespace Hub.Tests.Support.Sessions;

/// <summary>The table between the hands: who sits where with how much, and what is known of them.</summary>
internal sealed class SessionTable
{
    private readonly SessionScript _script;
    private readonly SortedDictionary<int, long> _stacks;
    private readonly Dictionary<int, PlayerLedger> _ledgers;
    private readonly Dictionary<int, int> _wentOutAt = [];
    private BlindSeats? _blinds;

    public SessionTable(SessionScript script)
    {
        _script = script;
        _stacks = new(script.Players.Where(p => p.Stack > 0).ToDictionary(p => p.Seat, p => p.Stack));
        _ledgers = script.Players.ToDictionary(p => p.Seat, _ => new PlayerLedger());
    }

    public IReadOnlyDictionary<int, long> Stacks => _stacks;

    public BlindSeats Blinds => _blinds ?? throw new InvalidOperationException("The button has not been placed yet.");

    public void MoveButton()
    {
        int[] seats = [.. _stacks.Keys];
        _blinds = _blinds?.Next(seats) ?? BlindSeats.First(seats);
    }

    /// <summary>Writes the hand down as PokerGFX does, and sits the players down for the next one.</summary>
    public PgfxHand Record(PlayedHand hand, int position, int number, DateTimeOffset startAt, bool takeBack)
    {
        foreach (var seat in hand.Seats)
            _ledgers[seat.Seat].Add(seat, hand.Events);
        RankThoseWhoWentOut(hand, position);

        var recorded = PgfxHand.Of(hand, number, startAt) with
        {
            Players = [.. _script.Players.OrderBy(p => p.Seat).Select(p => Export(p, hand, position, takeBack))],
        };
        foreach (var seat in hand.Seats)
            _stacks[seat.Seat] = seat.EndStack;
        foreach (var seat in hand.WentOut)
            _stacks.Remove(seat);
        return recorded;
    }

    private void RankThoseWhoWentOut(PlayedHand hand, int position)
    {
        var place = _stacks.Count;
        foreach (var seat in hand.WentOut)
        {
            _wentOutAt[seat] = position;
            if (_script.IsFinalTable)
                _ledgers[seat].EliminationRank = place--;
        }
    }

    private PgfxPlayer Export(SamplePlayer player, PlayedHand hand, int position, bool takeBack)
    {
        var ledger = _ledgers[player.Seat];
        var seat = hand.Seats.SingleOrDefault(s => s.Seat == player.Seat);
        var start = seat?.StartStack ?? 0;
        return new()
        {
            AggressionFrequencyPercent = ledger.AggressionPercent,
            CumulativeWinningsAmt = ledger.Winnings,
            EliminationRank = ledger.EliminationRank,
            EndStackAmt = takeBack ? start : seat?.EndStack ?? 0,
            HoleCards = [seat is null || WasUnread(seat, position) ? "" : $"{seat.High} {seat.Low}"],
            LongName = position < player.LongNameFromHand ? "" : player.LongName,
            Name = player.Name,
            PlayerNum = player.Seat,
            PreFlopRaisePercent = ledger.PreFlopRaisePercent,
            SittingOut = seat is null && !HasJustBusted(player, position),
            StartStackAmt = start,
            VPIPPercent = ledger.VpipPercent,
            WentToShowDownPercent = ledger.WentToShowdownPercent,
        };
    }

    /// <summary>Now and then the reader under the felt misses cards that are thrown away at once.</summary>
    private bool WasUnread(PlayedSeat seat, int position)
        => !seat.SawFlop && !seat.SawShowdown && new Random(_script.Seed + (position * 31) + seat.Seat).Next(16) == 0;

    /// <summary>At a feature table the operator notices an empty chair a hand late.</summary>
    private bool HasJustBusted(SamplePlayer player, int position)
        => !_script.IsFinalTable && _wentOutAt.TryGetValue(player.Seat, out var at) && position == at + 1;
}
