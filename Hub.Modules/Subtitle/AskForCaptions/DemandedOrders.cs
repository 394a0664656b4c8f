using System.Globalization;
using Hub.Contracts.FeatureTable;
using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Players;
using Hub.Modules.Subtitle.Rules;
using Hub.Modules.Subtitle.Tournaments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.AskForCaptions;

/// <summary>Finds what a demand names, and makes an order of it.</summary>
internal sealed class DemandedOrders(SubtitleDbContext database, PlayerBookReader players, TournamentReader tournaments, TournamentOfTable ofTables)
{
    /// <summary>Either the order, or the answer that says everything that is wrong with the demand.</summary>
    public async Task<(CaptionOrder? Order, ValidationProblem? Problem)> ReadAsync(JsonBody<CaptionDemand> body, CancellationToken cancellationToken)
    {
        if (body.Problem is not null)
            return (null, body.Problem);

        var errors = new FieldErrors();
        var order = new DemandCheck(body.Value!, errors).Check() is { } demand ? await FindAsync(demand, errors, cancellationToken) : null;
        return (order, order is null ? errors.ToProblem() : null);
    }

    private async Task<CaptionOrder?> FindAsync(CheckedDemand demand, FieldErrors errors, CancellationToken cancellationToken)
    {
        var hand = await FindHandAsync(demand, errors, cancellationToken);
        var seat = hand is null || demand.Composition.Scope != CaptionScope.Player ? null : await FindSeatAsync(demand, hand, errors, cancellationToken);
        var eventCode = await FindEventAsync(demand, hand, errors, cancellationToken);
        return !errors.IsEmpty ? null : new CaptionOrder
        {
            Template = demand.Composition.Template,
            TriggerType = RuleWords<CaptionTrigger>.Of(CaptionTrigger.Manual),
            TriggerId = hand is not null ? TriggerIds.Of(hand) : eventCode is not null ? TriggerIds.OfTournament(eventCode) : TriggerIds.Programme,
            Subject = seat?.ToString(CultureInfo.InvariantCulture) ?? "",
            Priority = demand.Priority,
            NeededAt = demand.NeededAt,
            Format = demand.Format,
            SessionId = hand?.SessionId,
            StartTicks = hand?.StartTicks,
            Seat = seat,
            EventCode = eventCode,
            Options = demand.Options,
        };
    }

    private async Task<HandCaptured?> FindHandAsync(CheckedDemand demand, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (demand.SessionId is not { } sessionId)
            return null;

        var played = database.Hands.AsNoTracking()
            .Where(stored => stored.SessionId == sessionId && stored.WasPlayed && (demand.StartTicks == null || stored.StartTicks == demand.StartTicks))
            .OrderByDescending(stored => stored.StartTicks);
        var hands = demand.HandNumber is { } number
            ? (await played.ToListAsync(cancellationToken)).FindAll(stored => stored.Facts.HandNumber == number)
            : await played.Take(1).ToListAsync(cancellationToken);
        if (hands.Count == 0)
            errors.Add("hand", "is not known, or was not played; /api/v1/hands lists those there are");
        else if (hands.Count > 1)
            errors.Add("hand.startTicks", $"is required: several hands of the session bear the number {demand.HandNumber}");
        return hands.Count == 1 ? hands[0].Facts : null;
    }

    private async Task<int?> FindSeatAsync(CheckedDemand demand, HandCaptured hand, FieldErrors errors, CancellationToken cancellationToken)
    {
        var book = await players.ReadAsync(cancellationToken);
        var named = book.WithAssignedNames(hand).Players.Where(PlayerNames.HasName).ToList();
        var found = named.Where(player => demand.Seat is { } seat ? player.Seat == seat : Bears(player, demand.Player!, book)).ToList();
        if (found.Count == 1)
            return found[0].Seat;

        var atTable = string.Join(", ", named.Select(player => $"{player.Seat} {player.Name}"));
        if (demand.Seat is not null)
            errors.Add("seat", $"has no player with a name in this hand; there are: {atTable}");
        else
            errors.Add("player", found.Count == 0 ? $"'{demand.Player}' is not in this hand; there are: {atTable}" : $"'{demand.Player}' is the name of several; give the seat: {atTable}");
        return null;
    }

    private static bool Bears(HandPlayer player, string name, PlayerBook book)
    {
        string[] names = [player.Name, player.LongName, book.Corrected(player.Name), book.Corrected(player.LongName)];
        return names.Any(each => NameKey.Of(each) == NameKey.Of(name));
    }

    private async Task<string?> FindEventAsync(CheckedDemand demand, HandCaptured? hand, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (demand.EventCode is { } eventCode)
        {
            if (await tournaments.FindAsync(eventCode, cancellationToken) is null)
                errors.Add("eventCode", $"'{eventCode}' is not known; /api/v1/tournaments lists the tournaments there are");
            return eventCode;
        }

        if (demand.Composition.Scope != CaptionScope.Tournament || hand is null)
            return null;

        if (await ofTables.FindAsync(hand.TableName, cancellationToken) is { } ofTable)
            return ofTable.EventCode;

        errors.Add("eventCode", $"is required: no known tournament is assigned to the table '{hand.TableName}', and not exactly one is being played");
        return null;
    }
}
