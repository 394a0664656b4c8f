using Hub.Contracts.Render;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Dispatching;

/// <summary>
/// Keeps a window of tickets out: twice the known worker slots, 16 at least. Called in every transaction that adds work or frees a
/// place, as its last step, so that work never waits to be noticed.
/// </summary>
internal sealed class TicketDispatcher(RenderDbContext db, ISendEndpointProvider endpoints, TimeProvider clock)
{
    public static readonly Uri Queue = new("queue:render-execute");

    private const int LeastWindow = 16;
    private const int TicketsPerSlot = 2;

    /// <summary>Above 100, which is what messages have that say nothing.</summary>
    private const short UrgentLane = 200;

    /// <summary>As long as a lease: whoever stalls for longer has lost his claims, too.</summary>
    private const string LongestStallWithLock = "5s";

    // Keeps dispatchers apart; a number nobody else uses.
    private const long WindowLock = 0x52_45_4E_44_45_52;

    /// <summary>Must run inside the caller's transaction; saves the caller's pending changes first.</summary>
    public async Task FillWindowAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var tickets = await ChooseAsync(cancellationToken);
        if (tickets.Count == 0)
        {
            return;
        }

        var queue = await endpoints.GetSendEndpoint(Queue);
        foreach (var ticket in tickets)
        {
            await queue.Send(new ExecuteRender { InstructionId = ticket.Id, Attempt = ticket.Attempt }, context => SetLane(context, ticket), cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>
    /// Takes tickets for lost that have been out for <paramref name="age"/> or longer, so that filling the window issues them anew.
    /// Harmless for those that are not lost: the attempt they were for is no longer wanted, and their worker drops them. Waits for nobody:
    /// a row that somebody holds is about to be something else, or its ticket is found idle later.
    /// </summary>
    /// <returns>How many there were.</returns>
    public Task<int> RecallTicketsAsync(TimeSpan age, CancellationToken cancellationToken)
        => db.Database.ExecuteSqlAsync(
            $"""
             UPDATE public.render_instructions SET dispatched_at = NULL
             WHERE id IN (
               SELECT id FROM public.render_instructions
               WHERE status = 'pending' AND dispatched_at <= clock_timestamp() - {age}
               ORDER BY id FOR NO KEY UPDATE SKIP LOCKED)
             """,
            cancellationToken);

    /// <summary>True when an instruction may go out now, room or not.</summary>
    public Task<bool> IsAnyDueAsync(CancellationToken cancellationToken)
        => db.Instructions.AnyAsync(
            instruction => instruction.Status == RenderStatus.Pending && instruction.DispatchedAt == null
                && (instruction.NotBefore == null || instruction.NotBefore <= clock.GetUtcNow()),
            cancellationToken);

    /// <summary>True when a ticket more may be out.</summary>
    public Task<bool> HasRoomAsync(CancellationToken cancellationToken)
        => db.Database.SqlQuery<bool>(
            $"""
             SELECT (SELECT count(*) FROM public.render_instructions WHERE status IN ('pending', 'processing') AND dispatched_at IS NOT NULL)
               < greatest({LeastWindow}, {TicketsPerSlot} * (SELECT coalesce(sum(slots), 0) FROM render.worker)) AS "Value"
             """).SingleAsync(cancellationToken);

    /// <summary>Those that are out were chosen in order and stand in a queue; what lost its worker was before them. Where there are no lanes, it waits.</summary>
    private static void SetLane(SendContext context, Ticket ticket)
    {
        if (ticket.IsUrgent)
        {
            context.TrySetPriority(UrgentLane);
        }
    }

    private async Task<List<Ticket>> ChooseAsync(CancellationToken cancellationToken)
    {
        // A statement of its own: the next one's snapshot must be taken with the lock held, to see what the last holder did.
        // Without sorting there is one way left to the first few: along the index that has them in order. The planner knows the waiting
        // ones from its last look only, when there may have been none, and would fetch and sort all thousands of them.
        // Whoever stalls with the lock in hand, or vanishes without a word, would stop all dispatching: the server ends such a session.
        await db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock({WindowLock}), set_config('enable_sort', 'off', true), set_config('idle_in_transaction_session_timeout', {LongestStallWithLock}, true)",
            cancellationToken);
        var chosen = await db.Database.SqlQuery<int>(
            $"""
             WITH room AS (
               SELECT greatest({LeastWindow}, {TicketsPerSlot} * (SELECT coalesce(sum(slots), 0) FROM render.worker))
                 - (SELECT count(*) FROM public.render_instructions WHERE status IN ('pending', 'processing') AND dispatched_at IS NOT NULL) AS places
             )
             SELECT id AS "Value" FROM public.render_instructions
             WHERE status = 'pending' AND dispatched_at IS NULL AND (not_before IS NULL OR not_before <= {clock.GetUtcNow()})
             ORDER BY is_backlog, priority, created_at, id
             LIMIT (SELECT greatest(places, 0) FROM room)
             FOR NO KEY UPDATE SKIP LOCKED
             """).ToListAsync(cancellationToken);
        return chosen.Count == 0 ? [] : await DispatchAsync(chosen, cancellationToken);
    }

    /// <returns>The tickets in the order of the chosen ones.</returns>
    private async Task<List<Ticket>> DispatchAsync(List<int> chosen, CancellationToken cancellationToken)
    {
        var dispatched = await db.Database.SqlQuery<Ticket>(
            $"""
             UPDATE public.render_instructions
             SET attempt = attempt + 1, dispatched_at = clock_timestamp(), not_before = NULL
             WHERE id = ANY({chosen})
             RETURNING id, attempt, lost_workers > 0 AND NOT is_backlog AS is_urgent
             """).ToListAsync(cancellationToken);
        return [.. dispatched.OrderBy(ticket => chosen.IndexOf(ticket.Id))];
    }
}
