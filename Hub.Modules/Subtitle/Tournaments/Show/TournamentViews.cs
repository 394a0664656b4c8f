using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv.Formats;

namespace Hub.Modules.Subtitle.Tournaments.Show;

/// <summary>Rows as the API shows them.</summary>
internal static class TournamentViews
{
    public static TournamentSummary ToSummary(this Tournament row, ImportedTournament? imported) => new()
    {
        EventCode = row.EventCode,
        Name = row.Name,
        Number = imported?.Number,
        Status = imported?.Facts.Entry is { } entry ? TournamentStatuses.Of(entry.Status) : null,
        BuyIn = row.BuyIn ?? 0,
        PrizePool = row.PrizePool ?? 0,
        Entries = row.TotalEntries ?? 0,
        RemainingPlayers = row.RemainingPlayers ?? 0,
        PlacesPaid = row.PlacesPaid ?? 0,
        CurrentLevel = row.CurrentLevel ?? 0,
        UpdatedAt = row.UpdatedAt,
    };
}
