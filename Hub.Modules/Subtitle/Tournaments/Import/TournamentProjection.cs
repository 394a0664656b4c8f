using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv.Formats;

namespace Hub.Modules.Subtitle.Tournaments.Import;

/// <summary>Writes what was imported into v1's columns. What no file has said leaves its column as it is.</summary>
internal static class TournamentProjection
{
    public static void Write(ImportedFacts facts, TournamentEntry entry, Tournament row)
    {
        row.Name = entry.Name;
        row.BuyIn = entry.BuyIn;
        row.PrizePool = entry.PrizePool ?? row.PrizePool ?? 0;
        row.TotalEntries = entry.RegisteredPlayers;
        row.RemainingPlayers = entry.RemainingPlayers;
        row.CurrentLevel = entry.CurrentLevel;
        row.Source = "csv";
        if (facts.Levels is { } levels)
            WriteLevels(levels, entry.CurrentLevel, row);
        if (facts.Payouts is { } payouts)
        {
            row.PayoutsJson = V1Json.Write(payouts.Select(PayoutOf), row.PayoutsJson);
            row.PlacesPaid = facts.PlacesPaid();
        }

        if (facts.Standings is { } standings)
            row.StandingsJson = V1Json.Write(ChipRanking.Of(standings).Select(StandingOf), row.StandingsJson);
    }

    // v1 knows no breaks: in its list they would be levels without blinds.
    private static void WriteLevels(IReadOnlyList<LevelEntry> levels, int current, Tournament row)
    {
        var played = levels.Where(level => !level.IsBreak).Select(LevelOf).ToList();
        row.BlindsJson = V1Json.Write(played, row.BlindsJson);
        row.CurrentBlindsJson = played.Find(level => level.Level == current) is { } level ? V1Json.Write(level, row.CurrentBlindsJson) : null;
    }

    private static V1Level LevelOf(LevelEntry level) => new(level.Level, level.SmallBlind, level.BigBlind, level.Ante, level.DurationMinutes);

    private static V1Payout PayoutOf(PayoutEntry payout)
        => new(payout.FirstPlace, payout.LastPlace > payout.FirstPlace ? payout.LastPlace : null, payout.Amount, payout.Percentage);

    private static V1Standing StandingOf(RankedChips ranked)
        => new(ranked.Rank, ranked.Player.Name, Nationality: "", ranked.Player.Chips, ranked.Player.Table, ranked.Player.Seat);
}
