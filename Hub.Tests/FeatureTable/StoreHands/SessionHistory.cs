using Hub.Tests.FeatureTable.Samples;

namespace Hub.Tests.FeatureTable.StoreHands;

/// <summary>All states that the file of a session went through while it was played, as PokerGFX and its operators make them.</summary>
internal sealed class SessionHistory
{
    private readonly List<SampleHand> _hands = [];
    private readonly List<SampleExport> _states = [];
    private readonly long _session;
    private readonly Random _random;

    private SessionHistory(long session, Random random) => (_session, _random) = (session, random);

    /// <summary>Oldest first; the last one is the file that stays.</summary>
    public IReadOnlyList<SampleExport> States => _states;

    /// <summary>How many hands were dealt, exported and called off.</summary>
    public int CalledOff { get; private set; }

    public static SessionHistory Make(long session, Random random)
    {
        var history = new SessionHistory(session, random);
        for (var number = random.Next(4, 9); number > 0; number--)
            history.Play(history._hands.Count == 0 ? 1 : history._hands[^1].HandNumber + 1);
        return history;
    }

    private void Play(int number)
    {
        var start = SampleHand.Ordinary(number).Start;
        for (; _random.Next(3) == 0; start = start.AddSeconds(20))
        {
            State(SampleHand.NeverPlayed(number).At(start));
            CalledOff++;
        }

        for (var drafts = _random.Next(3); drafts > 0; drafts--)
            State(_random.Next(2) == 0 ? SampleHand.PutBack(number).At(start) : SampleHand.Ordinary(number).Seat(2, 20_000, 77_000, "As Kd").At(start));
        Keep(SampleHand.Ordinary(number).At(start));
        if (_random.Next(4) == 0)
            Keep(SampleHand.Ordinary(number).At(start.AddSeconds(60)));
    }

    private void Keep(SampleHand hand)
    {
        State(hand);
        _hands.Add(hand);
    }

    private void State(SampleHand last) => _states.Add(SampleExport.Session(_session).With([.. _hands, last]));
}
