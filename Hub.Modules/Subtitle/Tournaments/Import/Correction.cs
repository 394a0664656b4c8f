using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv.Formats;

namespace Hub.Modules.Subtitle.Tournaments.Import;

/// <summary>
/// Tells a correction from the course of play. Captions are pictures of a moment: players left, the level and chip counts change
/// because the tournament goes on, and a caption of an hour ago was right. What is known for the first time corrects nothing either.
/// </summary>
internal static class Correction
{
    /// <summary>Whether something that stood in captions was wrong.</summary>
    public static bool IsBetween(ImportedFacts before, ImportedFacts after)
        => (before.Entry is { } was && after.Entry is { } isNow && IsBetween(was, isNow))
            || IsBetween(before.Levels, after.Levels)
            || IsBetween(before.Payouts, after.Payouts);

    private static bool IsBetween(TournamentEntry before, TournamentEntry after)
        => before.Name != after.Name
            || before.BuyIn != after.BuyIn
            || before.StartingChips != after.StartingChips
            || (before.Fee is not null && before.Fee != after.Fee)
            || (!IsGrowing(before) && AreEntriesOther(before, after));

    private static bool IsBetween<T>(IReadOnlyList<T>? before, IReadOnlyList<T>? after) => before is not null && !ImportedFacts.AreSame(before, after);

    /// <summary>Entries and prize pool grow while registration is open.</summary>
    private static bool IsGrowing(TournamentEntry entry) => entry.Status is TournamentStatus.Scheduled or TournamentStatus.Registration;

    private static bool AreEntriesOther(TournamentEntry before, TournamentEntry after)
        => before.RegisteredPlayers != after.RegisteredPlayers || (before.PrizePool is not null && before.PrizePool != after.PrizePool);
}
