using System.Globalization;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv.Formats;
using Hub.Modules.Subtitle.Rules;

namespace Hub.Modules.Subtitle.Tournaments.Import;

/// <summary>What has happened between two states of a tournament. Pure.</summary>
internal static class Moments
{
    /// <summary>A tournament that has been paused for so long goes on with a new day; the longest breaks take two hours.</summary>
    public static readonly TimeSpan Night = TimeSpan.FromHours(6);

    /// <summary>Registration stays open for many levels. Files are exported at the end of a level, so the first one shows level 1 or 2.</summary>
    private const int LastLevelOfAStart = 2;

    /// <param name="before">The state before.</param>
    /// <param name="after">The state now.</param>
    /// <param name="pausedFor">How long it has been paused; zero when it was not.</param>
    /// <param name="today">Day, in UTC.</param>
    public static IEnumerable<Moment> Between(TournamentEntry before, TournamentEntry after, TimeSpan pausedFor, DateOnly today)
    {
        if (after.CurrentLevel > before.CurrentLevel && after.Status != TournamentStatus.Scheduled && !after.Status.IsOver())
            yield return new Moment(CaptionTrigger.LevelChange, Name($"level/{after.CurrentLevel}"));
        if (!after.Status.IsPlaying())
            yield break;

        var endsPause = before.Status == TournamentStatus.Paused;
        if (before.Status == TournamentStatus.Scheduled || Starts(before, after) || (endsPause && pausedFor >= Night))
            yield return new Moment(CaptionTrigger.DayStart, Name($"day/{today:yyyy-MM-dd}"));
        else if (endsPause)
            yield return new Moment(CaptionTrigger.BreakEnd, Name($"break/{before.CurrentLevel}"));
    }

    /// <summary>Whether no more players are left than places are paid; null while that says nothing.</summary>
    public static bool? IsInMoney(ImportedFacts facts)
    {
        var isPlayed = facts.Entry?.Status is TournamentStatus.Running or TournamentStatus.Paused or TournamentStatus.FinalTable;
        return isPlayed && facts is { Entry.RemainingPlayers: > 0 and var left } && facts.PlacesPaid() > 0 ? left <= facts.PlacesPaid() : null;
    }

    private static bool Starts(TournamentEntry before, TournamentEntry after)
        => before.Status == TournamentStatus.Registration && after.CurrentLevel <= LastLevelOfAStart;

    private static string Name(FormattableString name) => name.ToString(CultureInfo.InvariantCulture);
}
