namespace Hub.Tests.Support.Sessions;

/// <summary>
/// Plays as people do on television: by how often its cards win against an unknown hand (sampled, so that it misjudges
/// now and then), by what it must pay, and with a bluff here and there.
/// </summary>
internal sealed class Bot(Random random)
{
    private const int Samples = 60;

    /// <summary>What to do: the street total to reach. Below <see cref="Spot.ToMatch"/> = fold (or check, where that is free).</summary>
    public long Decide(Spot spot)
    {
        var winRate = WinRate(spot);
        return spot.Board.Count == 0 ? BeforeTheFlop(spot, winRate) : AfterTheFlop(spot, winRate);
    }

    private long BeforeTheFlop(Spot spot, double winRate)
    {
        if (spot.ToCall * 2 >= spot.Stack)
            return winRate > 0.64 ? spot.AllIn : 0;

        return spot.Raises switch
        {
            0 when spot.Stack <= spot.BigBlind * 12 => winRate > 0.6 ? spot.AllIn : 0,
            0 when winRate > 0.59 => spot.BigBlind * 2 + spot.Round(spot.BigBlind * random.NextDouble()),
            0 when winRate > 0.52 && Chance(0.25) => spot.ToMatch,
            1 when winRate > 0.68 && Chance(0.6) => spot.Round(spot.ToMatch * 3.0),
            1 when winRate > 0.58 || (spot.ToCall <= spot.BigBlind * 2 && winRate > 0.5) => spot.ToMatch,
            > 1 when winRate > 0.74 && Chance(0.6) => spot.AllIn,
            > 1 when winRate > 0.66 => spot.ToMatch,
            _ => 0,
        };
    }

    private long AfterTheFlop(Spot spot, double winRate)
    {
        if (spot.ToCall == 0)
            return (winRate > 0.62 && Chance(0.7)) || Chance(0.12) ? Bet(spot, 0.33 + (random.NextDouble() * 0.42)) : 0;
        if (winRate > 0.84 && Chance(0.5))
            return Bet(spot, 1);

        var odds = (double)spot.ToCall / (spot.Pot + spot.ToCall);
        return winRate > odds + 0.22 ? spot.ToMatch : 0;
    }

    private static long Bet(Spot spot, double partOfPot)
    {
        var total = spot.ToMatch + spot.Round((spot.Pot + spot.ToCall) * partOfPot);
        return total - spot.StreetTotal > spot.Stack * 0.6 ? spot.AllIn : total;
    }

    private bool Chance(double probability) => random.NextDouble() < probability;

    private double WinRate(Spot spot)
    {
        Card[] unseen = [.. Card.Deck.Except([spot.High, spot.Low, .. spot.Board])];
        Span<Card> mine = stackalloc Card[7];
        Span<Card> theirs = stackalloc Card[7];
        double won = 0;
        for (var sample = 0; sample < Samples; sample++)
        {
            random.Shuffle(unseen);
            (mine[0], mine[1], theirs[0], theirs[1]) = (spot.High, spot.Low, unseen[0], unseen[1]);
            for (var i = 0; i < 5; i++)
                mine[i + 2] = theirs[i + 2] = i < spot.Board.Count ? spot.Board[i] : unseen[i + 2];
            won += (HandValue.Of(mine).Score - HandValue.Of(theirs).Score) switch { > 0 => 1, 0 => 0.5, _ => 0 };
        }

        return won / Samples;
    }
}
