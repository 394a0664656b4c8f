using System.Globalization;
using System.Text.Json.Nodes;
using Hub.Modules.FeatureTable.Domain.Facts;
using Hub.Modules.FeatureTable.Domain.Hands;
using Hub.Modules.FeatureTable.ReadExport;

namespace Hub.Tests.FeatureTable.Samples;

/// <summary>
/// Builds a hand as PokerGFX would export it. Play is told in words: <c>"5 bets 600, 6 folds, 2 calls 600, board Ah Kd 2c,
/// 2 checks, 5 all-in 4000"</c>, amounts being what the player then has in on the street.
/// </summary>
internal sealed class SampleHand
{
    private readonly SortedDictionary<int, JsonObject> _players = [];
    private readonly Dictionary<int, long> _onStreet = [];
    private readonly JsonArray _events = [];
    private readonly JsonObject _blinds = new() { ["AnteType"] = "BB_ANTE_BB1ST", ["ButtonPlayerNum"] = 1, ["SmallBlindPlayerNum"] = 0, ["SmallBlindAmt"] = 0, ["BigBlindPlayerNum"] = 0, ["BigBlindAmt"] = 0 };
    private readonly int _number;
    private DateTimeOffset _start;
    private string _duration = "PT1M46.5000001S";
    private long _ante;
    private long _pot;

    private SampleHand(int number)
    {
        _number = number;
        _start = new DateTimeOffset(2026, 3, 7, 12, 0, 0, TimeSpan.Zero).AddMinutes(3 * number).AddTicks(1234567);
    }

    /// <summary>A hand with this number, starting three minutes after the one before.</summary>
    public static SampleHand Number(int number) => new(number);

    /// <summary>An ordinary hand: seat 2 raises, everybody folds.</summary>
    public static SampleHand Ordinary(int number) => Number(number)
        .Seat(2, 20_000, 20_900, "As Kd").Seat(3, 30_000, 29_900, "7c 2d").Seat(4, 40_000, 39_200, "9h 9s")
        .Blinds(small: 100, at: 3, big: 400, bigAt: 4, ante: 400)
        .Play("2 bets 900, 3 folds, 4 folds");

    /// <summary>The ordinary hand, dealt and not played: no events, and all chips where they were.</summary>
    public static SampleHand NeverPlayed(int number) => Number(number)
        .Seat(2, 20_000, 20_000).Seat(3, 30_000, 30_000).Seat(4, 40_000, 40_000)
        .Blinds(small: 100, at: 3, big: 400, bigAt: 4, ante: 400);

    /// <summary>The ordinary hand with every stack put back to what it was.</summary>
    public static SampleHand PutBack(int number) => Ordinary(number).Seat(2, 20_000, 20_000, "As Kd").Seat(3, 30_000, 30_000, "7c 2d").Seat(4, 40_000, 40_000, "9h 9s");

    public int HandNumber => _number;

    /// <summary>UTC.</summary>
    public DateTimeOffset Start => _start;

    public SampleHand At(DateTimeOffset start)
    {
        _start = start;
        return this;
    }

    /// <param name="duration">ISO 8601.</param>
    public SampleHand Lasting(string duration)
    {
        _duration = duration;
        return this;
    }

    public SampleHand Seat(int seat, long start, long end, string cards = "", string? name = null, bool sittingOut = false, int rank = -1)
    {
        _players[seat] = new JsonObject
        {
            ["PlayerNum"] = seat,
            ["Name"] = name ?? $"Player {seat}",
            ["LongName"] = $"The {name ?? $"Player {seat}"}",
            ["StartStackAmt"] = start,
            ["EndStackAmt"] = end,
            ["HoleCards"] = new JsonArray(AsExported(cards)),
            ["SittingOut"] = sittingOut,
            ["EliminationRank"] = rank,
            ["VPIPPercent"] = 25,
            ["CumulativeWinningsAmt"] = end - start,
        };
        return this;
    }

    /// <summary>Call after the seats: who has no chips posts nothing.</summary>
    public SampleHand Blinds(long small, int at, long big, int bigAt, long ante = 0)
    {
        _blinds["SmallBlindAmt"] = small;
        _blinds["SmallBlindPlayerNum"] = at;
        _blinds["BigBlindAmt"] = big;
        _blinds["BigBlindPlayerNum"] = bigAt;
        _ante = ante;
        Post(at, small);
        Post(bigAt, big);
        _pot += Math.Min(ante, StackOf(bigAt) - _onStreet.GetValueOrDefault(bigAt));
        return this;
    }

    public SampleHand Play(string script)
    {
        foreach (var step in script.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var words = step.Split(' ');
            if (words[0] == "board")
                DealBoard(words[1..]);
            else
                Act(int.Parse(words[0], CultureInfo.InvariantCulture), words[1], words.Length > 2 ? long.Parse(words[2], CultureInfo.InvariantCulture) : 0);
        }

        return this;
    }

    public JsonObject ToJson() => new()
    {
        ["HandNum"] = _number,
        ["StartDateTimeUTC"] = _start.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture),
        ["Duration"] = _duration,
        ["GameVariant"] = "HOLDEM",
        ["AnteAmt"] = _ante,
        ["FlopDrawBlinds"] = _blinds.DeepClone(),
        ["Players"] = new JsonArray([.. _players.Values.Select(player => player.DeepClone())]),
        ["Events"] = _events.DeepClone(),
    };

    public RecordedHand Recorded()
    {
        var session = ExportParser.Parse(SampleExport.Session().With(this).ToBytes());
        return session.Problems.Count == 0 ? session.Hands.Single().Hand : throw new InvalidOperationException(string.Join('\n', session.Problems));
    }

    public HandFacts Facts() => HandFacts.Of(Recorded(), longHand: TimeSpan.FromSeconds(120));

    private void Act(int seat, string verb, long amount)
    {
        var kind = verb switch
        {
            "folds" => "FOLD",
            "checks" => "CHECK",
            "calls" => "CALL",
            "bets" => "BET",
            "all-in" => "ALL IN",
            _ => throw new ArgumentException($"Unknown word '{verb}'.", nameof(verb)),
        };
        _events.Add(Event(kind, seat, amount, verb == "folds" ? 0 : _pot, card: null));
        if (amount > 0)
            Put(seat, amount);
    }

    private void DealBoard(string[] cards)
    {
        _onStreet.Clear();
        foreach (var card in cards)
            _events.Add(Event("BOARD CARD", 0, 0, 0, AsExported(card)));
    }

    private void Post(int seat, long blind) => Put(seat, Math.Min(blind, StackOf(seat)));

    private void Put(int seat, long total)
    {
        _pot += total - _onStreet.GetValueOrDefault(seat);
        _onStreet[seat] = total;
    }

    private long StackOf(int seat) => _players.TryGetValue(seat, out var player) ? (long)player["StartStackAmt"]! : 0;

    private static JsonObject Event(string kind, int seat, long amount, long pot, string? card) => new()
    {
        ["EventType"] = kind,
        ["PlayerNum"] = seat,
        ["BetAmt"] = amount,
        ["Pot"] = pot,
        ["BoardCards"] = card,
        ["BoardNum"] = card is null ? 0 : 1,
        ["DateTimeUTC"] = null,
    };

    private static string AsExported(string cards) => cards.Replace("T", "10", StringComparison.Ordinal).ToLowerInvariant();
}
