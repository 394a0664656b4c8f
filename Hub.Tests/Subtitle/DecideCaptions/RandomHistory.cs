using Hub.Contracts.FeatureTable;

namespace Hub.Tests.Subtitle.DecideCaptions;

/// <summary>What may happen to the hands of a final table: dealt and played later, typed over, called off, places corrected and taken back.</summary>
internal sealed class RandomHistory
{
    private static readonly string[] Names = ["Lindqvist", "Okafor", "한가람", "Petrakis", "Okafor", "Семён"];

    private readonly List<object> _events = [];
    private readonly List<HandCaptured> _hands = [];
    private readonly List<HandCaptured> _calledOff = [];
    private readonly Random _random;
    private readonly long _session;

    public RandomHistory(int seed, long session, int hands)
    {
        (_random, _session) = (new Random(seed), session);
        for (var number = 1; number <= hands; number++)
        {
            Capture(number);
            Correct();
        }
    }

    /// <summary>Everything that happened, in the order in which the hub learnt of it.</summary>
    public IReadOnlyList<object> Events => _events;

    /// <summary>The hands as they are in the end, as a quiet read would find them.</summary>
    public IReadOnlyList<HandCaptured> Outcome(long session)
        => [.. _hands.Except(_calledOff).OrderBy(hand => hand.StartTicks).Select((hand, index) => hand with { SessionId = session, Sequence = index + 1, Revision = 1 })];

    private void Capture(int number)
    {
        // One in six is found late, after the hands that followed it.
        var minute = _random.Next(6) == 0 ? Math.Max(1, number - 3) : number;
        var hand = Content(SomeHand.Of(number), number, revision: 1) with
        {
            StartTicks = SomeHand.Of(minute).StartTicks + number,
            WasPlayed = _random.Next(3) > 0,
        };
        _hands.Add(hand);
        _events.Add(hand);
    }

    private void Correct()
    {
        while (_random.Next(3) > 0)
        {
            var index = Math.Max(0, _hands.Count - 1 - _random.Next(4));
            var hand = _hands[index];
            if (!hand.WasPlayed && !_calledOff.Contains(hand) && _random.Next(4) == 0)
            {
                _calledOff.Add(hand);
                _events.Add(new HandCalledOff
                {
                    SessionId = _session,
                    HandNumber = hand.HandNumber,
                    StartTicks = hand.StartTicks,
                    Sequence = _events.Count + 1,
                    TableId = $"{hand.TableId}~void1",
                });
            }
            else if (!_calledOff.Contains(hand))
            {
                _hands[index] = Content(hand, hand.HandNumber, hand.Revision + 1) with { StartTicks = hand.StartTicks, WasPlayed = _random.Next(8) > 0 };
                _events.Add(new HandRevised { Hand = _hands[index] });
            }
        }
    }

    private HandCaptured Content(HandCaptured hand, int number, int revision) => hand with
    {
        SessionId = _session,
        SessionType = "FINAL_TABLE",
        Sequence = _events.Count + 1,
        Revision = revision,
        Grade = (HandGrade)_random.Next(3),
        IsAllIn = _random.Next(2) == 0,
        IsPremium = _random.Next(4) == 0,
        Players = [.. Names.Select((name, index) => Player(index + 1, name, number))],
    };

    // Seat n goes out in the hand 8n; now and then a place is forgotten, mistyped or shown too early.
    private HandPlayer Player(int seat, string name, int number)
    {
        var isOut = number >= seat * 8 ? _random.Next(10) > 0 : _random.Next(40) == 0;
        var place = Names.Length + 1 - (_random.Next(12) == 0 ? seat - 1 : seat);
        return SomeHand.Player(seat, _random.Next(15) == 0 ? $"{name} X" : name, isOut ? 0 : _random.Next(1, 50) * 10_000) with
        {
            IsWinner = !isOut && _random.Next(3) == 0,
            EliminationRank = isOut ? place : null,
            WentOut = isOut && _random.Next(3) == 0,
        };
    }
}
