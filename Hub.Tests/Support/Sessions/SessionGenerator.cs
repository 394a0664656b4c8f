namespace Hub.Tests.Support.Sessions;

/// <summary>
/// Plays a script to its end. The same script gives the same session, to the byte: every hand has its own seeded source of
/// chance and is dealt again, with the next seed, until it is what the script wants there.
/// </summary>
internal static class SessionGenerator
{
    private const int MostDeals = 200_000;

    public static PgfxSession Generate(SessionScript script) => Play(script).Export;

    /// <summary>The export together with what really happened.</summary>
    public static PlayedSession Play(SessionScript script)
    {
        var table = new SessionTable(script);
        var clock = script.CreatedAt + TimeSpan.FromTicks(17_433_180_217);
        var number = 0;
        List<PgfxHand> exported = [];
        List<PlayedHand> played = [];
        for (var position = 1; position <= script.Hands.Count; position++)
        {
            var wasTakenBack = script.ResultTakenBackAt.Contains(position - 1);
            number += wasTakenBack ? 0 : 1;
            var hand = Deal(script, table, position);
            played.Add(hand);
            exported.Add(table.Record(hand, position, number, clock, takeBack: script.ResultTakenBackAt.Contains(position)));
            clock += hand.Duration + Pause(script.Seed, position);
        }

        var export = new PgfxSession
        {
            CreatedDateTimeUTC = PgfxText.Instant(script.CreatedAt),
            Hands = exported,
            ID = script.CreatedAt.UtcTicks,
            Type = script.Type,
        };
        return new(export, played);
    }

    private static PlayedHand Deal(SessionScript script, SessionTable table, int position)
    {
        var level = script.Levels.Last(l => l.FromHand <= position);
        table.MoveButton();
        for (var deal = 0; deal < MostDeals; deal++)
        {
            var random = new Random((script.Seed * 1_000_003) + (position * 10_007) + deal);
            var hand = new HandSimulation(table.Stacks, table.Blinds, level, random).Play();
            if (script.Hands[position - 1](hand))
                return hand;
        }

        throw new InvalidOperationException($"Hand {position} of the {script.Type} script never came out as wanted in {MostDeals} deals.");
    }

    private static TimeSpan Pause(int seed, int position)
        => TimeSpan.FromTicks(250_000_000 + new Random(seed + position).Next(400_000_000));
}
