namespace Hub.Tests.Support.Sessions;

/// <summary>Deals and plays one hand of No-Limit Hold'em with a big blind ante.</summary>
internal sealed class HandSimulation
{
    private const int MostRaises = 4;

    private readonly BlindLevel _level;
    private readonly Random _random;
    private readonly Bot _bot;
    private readonly List<Chair> _chairs;
    private readonly Queue<Card> _deck;
    private readonly List<Card> _board = [];
    private readonly List<HandEvent> _events = [];
    private readonly BlindSeats _blinds;
    private long _ante;

    /// <summary>Sits the players down.</summary>
    /// <param name="stacks">Chips by seat of those dealt in; at least two.</param>
    /// <param name="blinds">Who posts.</param>
    /// <param name="level">Amounts.</param>
    /// <param name="random">Source of cards and moods.</param>
    public HandSimulation(IReadOnlyDictionary<int, long> stacks, BlindSeats blinds, BlindLevel level, Random random)
    {
        (_level, _random, _blinds, _bot) = (level, random, blinds, new Bot(random));
        Card[] cards = [.. Card.Deck];
        random.Shuffle(cards);
        _deck = new(cards);
        _chairs = [.. stacks.OrderBy(s => s.Key).Select(s => new Chair(s.Key, s.Value, _deck.Dequeue(), _deck.Dequeue()))];
    }

    public PlayedHand Play()
    {
        Post(_blinds.SmallBlind, _level.SmallBlind);
        Post(_blinds.BigBlind, _level.BigBlind);
        _ante = _chairs.Find(c => c.Seat == _blinds.BigBlind)!.PayAnte(_level.BigBlind);

        PlayStreet(firstAfter: _blinds.BigBlind, toMatch: _level.BigBlind, raises: 0);
        foreach (var cards in (int[])[3, 1, 1])
        {
            if (Live.Count() < 2)
                break;
            for (var i = 0; i < cards; i++)
                Deal();
            foreach (var chair in _chairs)
                chair.StartStreet(sawFlop: !chair.HasFolded);
            PlayStreet(firstAfter: _blinds.Button, toMatch: 0, raises: 0);
        }

        return Finish();
    }

    private IEnumerable<Chair> Live => _chairs.Where(c => !c.HasFolded);

    private long Pot => _ante + _chairs.Sum(c => c.PutIn);

    private long Uncalled => _chairs.Select(c => c.PutIn).OrderDescending().Take(2).ToArray() is var most ? most[0] - most[1] : 0;

    private void Post(int seat, long amount) => _chairs.Find(c => c.Seat == seat)?.PutIntoPot(amount);

    private void Deal()
    {
        _board.Add(_deck.Dequeue());
        _events.Add(new("BOARD CARD", 0, BoardCard: _board[^1]) { Street = _board.Count });
    }

    private void PlayStreet(int firstAfter, long toMatch, int raises)
    {
        if (_board.Count > 0 && Live.Count(c => c.Stack > 0) < 2)
            return;

        var minimumRaise = _level.BigBlind;
        var mayRaise = true;
        var waiting = new Queue<Chair>(From(firstAfter).Where(c => !c.HasFolded && c.Stack > 0));
        while (waiting.TryDequeue(out var chair) && Live.Count() > 1)
        {
            if (Live.Count(c => c.Stack > 0) == 1 && Live.Where(c => c != chair).All(c => c.StreetTotal <= chair.StreetTotal))
                break;

            var wish = _bot.Decide(SpotOf(chair, toMatch, raises));
            var total = Math.Min(wish, chair.StreetTotal + chair.Stack);
            if (total > toMatch && (!mayRaise || raises == MostRaises || !Live.Any(c => c.Stack > 0 && c != chair)))
                total = toMatch;
            if (total > toMatch && total < toMatch + minimumRaise)
                total = Math.Min(toMatch + minimumRaise, chair.StreetTotal + chair.Stack);

            var isRaise = total > toMatch;
            Act(chair, total, toMatch, isRaise);
            if (!isRaise)
                continue;

            // A short all-in is called or folded to: it does not open the betting again.
            mayRaise = total >= toMatch + minimumRaise;
            minimumRaise = Math.Max(minimumRaise, total - toMatch);
            (toMatch, raises) = (total, raises + 1);
            waiting = new(From(chair.Seat).Where(c => c != chair && !c.HasFolded && c.Stack > 0));
        }
    }

    private void Act(Chair chair, long total, long toMatch, bool isRaise)
    {
        var potBefore = Pot;
        var added = Math.Min(Math.Max(total, 0), chair.StreetTotal + chair.Stack) - chair.StreetTotal;
        if (chair.StreetTotal < toMatch && total < toMatch && added < chair.Stack)
        {
            chair.HasFolded = true;
            _events.Add(new("FOLD", chair.Seat) { Street = _board.Count });
            return;
        }

        if (added <= 0)
        {
            _events.Add(new("CHECK", chair.Seat, PotBefore: potBefore) { Street = _board.Count });
            return;
        }

        chair.PutIntoPot(added);
        var type = chair.Stack == 0 ? "ALL IN" : isRaise ? "BET" : "CALL";
        _events.Add(new(type, chair.Seat, chair.StreetTotal, potBefore) { IsRaise = isRaise, Street = _board.Count });
    }

    private Spot SpotOf(Chair chair, long toMatch, int raises) => new()
    {
        High = chair.High,
        Low = chair.Low,
        Board = _board,
        Level = _level,
        Stack = chair.Stack,
        StreetTotal = chair.StreetTotal,
        ToMatch = toMatch,
        Pot = Pot,
        Raises = raises,
    };

    /// <summary>All players in the order of play, beginning after <paramref name="seat"/> and ending with it.</summary>
    private IEnumerable<Chair> From(int seat) => _chairs.OrderBy(c => c.Seat <= seat).ThenBy(c => c.Seat);

    private PlayedHand Finish()
    {
        List<Chair> shown = [.. Live];
        var isAllIn = _chairs.Exists(c => c.Stack == 0);
        var pots = PotDivision.Divide(_chairs, _ante, [.. From(_blinds.Button)], _board, _level.Chip);
        return new()
        {
            Level = _level,
            Button = _blinds.Button,
            SmallBlindSeat = _blinds.SmallBlind,
            BigBlindSeat = _blinds.BigBlind,
            Seats = [.. _chairs.Select(c => c.ToResult(sawShowdown: shown.Count > 1 && shown.Contains(c)))],
            Events = _events,
            Pots = pots,
            Pot = Pot - Uncalled,
            IsAllIn = isAllIn,
            Duration = Clock(),
            ShowdownCategory = shown.Count > 1 ? shown.Max(c => c.Value(_board).Category) : null,
        };
    }

    private TimeSpan Clock()
    {
        var seconds = 8.0;
        foreach (var step in _events)
        {
            var pace = step.Type switch { "FOLD" => 3.0, "BOARD CARD" => 2.5, "CHECK" => 6.0, "CALL" => 9.0, "BET" => 12.0, _ => 25.0 };
            seconds += pace * (0.5 + _random.NextDouble());
        }

        return TimeSpan.FromTicks((long)(seconds * TimeSpan.TicksPerSecond));
    }
}
