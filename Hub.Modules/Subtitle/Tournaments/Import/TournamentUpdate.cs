using Hub.Modules.Subtitle.DecideCaptions;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv.Formats;
using Hub.Modules.Subtitle.Rules;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.Tournaments.Import;

/// <summary>Takes a tournament from what was known to what is known now, in the caller's transaction.</summary>
internal sealed class TournamentUpdate(SubtitleDbContext database, TournamentCaptions captions, CaptionRefresh refresh, TimeProvider clock)
{
    /// <param name="tournament">The tournament; its facts are still those before.</param>
    /// <param name="facts">What is known now.</param>
    /// <param name="exportedAt">When the file was written that says so.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task ApplyAsync(ImportedTournament tournament, ImportedFacts facts, DateTimeOffset exportedAt, CancellationToken cancellationToken)
    {
        var before = tournament.Facts;
        tournament.Facts = facts;
        if (facts.Entry is not { } entry)
            return;

        var isFirstSight = BearsAnother(tournament, before.Entry, entry);
        if (isFirstSight)
            Begin(tournament, entry);
        await WriteAsync(tournament.EventCode!, facts, entry, cancellationToken);
        var moments = MomentsOf(tournament, before.Entry, facts, exportedAt, isFirstSight);
        await database.SaveChangesAsync(cancellationToken);
        if (!isFirstSight && Correction.IsBetween(before, facts))
            await refresh.RefreshTournamentAsync(tournament.EventCode!, cancellationToken);
        foreach (var moment in moments)
            await FireAsync(tournament.EventCode!, moment, cancellationToken);
    }

    // While its tournament goes on a number keeps its code, whatever becomes of name and year. Once it is over, the number is free.
    private static bool BearsAnother(ImportedTournament tournament, TournamentEntry? before, TournamentEntry after)
        => tournament.EventCode is null || (before!.Status.IsOver() && !after.Status.IsOver());

    private void Begin(ImportedTournament tournament, TournamentEntry entry)
    {
        tournament.EventCode = EventCode.Of(clock.GetUtcNow().Year, tournament.Number, entry.Name);
        tournament.WasInMoney = null;
        tournament.PausedSince = null;
    }

    /// <summary>Nothing has happened at first sight: whatever the tournament is at, the hub has not seen it come.</summary>
    private List<Moment> MomentsOf(ImportedTournament tournament, TournamentEntry? before, ImportedFacts facts, DateTimeOffset exportedAt, bool isFirstSight)
    {
        var entry = facts.Entry!;
        var moments = new List<Moment>();
        if (!isFirstSight && before is not null)
        {
            var pausedFor = tournament.PausedSince is { } since ? exportedAt - since : TimeSpan.Zero;
            moments.AddRange(Moments.Between(before, entry, pausedFor, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));
        }

        var isInMoney = Moments.IsInMoney(facts);
        if (tournament.WasInMoney == false && isInMoney == true)
            moments.Add(new Moment(CaptionTrigger.ItmReached, "itm"));

        tournament.WasInMoney = isInMoney ?? tournament.WasInMoney;
        tournament.PausedSince = entry.Status == TournamentStatus.Paused ? tournament.PausedSince ?? exportedAt : null;
        return moments;
    }

    private async Task FireAsync(string eventCode, Moment moment, CancellationToken cancellationToken)
    {
        var triggerId = $"{eventCode}/{moment.Name}";
        if (await database.TournamentMoments.FindAsync([triggerId], cancellationToken) is not null)
            return;

        database.TournamentMoments.Add(new TournamentMoment
        {
            TriggerId = triggerId,
            EventCode = eventCode,
            TriggerType = RuleWords<CaptionTrigger>.Of(moment.Trigger),
            SeenAt = clock.GetUtcNow(),
        });
        await captions.FireAsync(moment.Trigger, eventCode, triggerId, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
    }

    private async Task WriteAsync(string eventCode, ImportedFacts facts, TournamentEntry entry, CancellationToken cancellationToken)
    {
        // A v1 client may be upserting the same row at this moment: whoever is second finds it.
        await database.Database.ExecuteSqlAsync(
            $"INSERT INTO public.tournaments (name, event_code) VALUES ({entry.Name}, {eventCode}) ON CONFLICT (event_code) DO NOTHING", cancellationToken);
        var rows = await database.Tournaments.FromSql($"SELECT * FROM public.tournaments WHERE event_code = {eventCode} FOR NO KEY UPDATE").ToListAsync(cancellationToken);
        var row = rows.Single();
        TournamentProjection.Write(facts, entry, row);
        if (database.Entry(row).State == EntityState.Modified)
            row.UpdatedAt = clock.GetUtcNow();
    }
}
