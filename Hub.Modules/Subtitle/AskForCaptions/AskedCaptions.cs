using System.Security.Cryptography;
using System.Text.Json;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.DecideCaptions;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.AskForCaptions;

/// <summary>Orders what persons ask for: the same again is another request of the same caption, with the next number.</summary>
internal sealed class AskedCaptions(SubtitleDbContext database, CaptionLog log, CaptionOrders orders, TimeProvider clock)
{
    /// <param name="order">What was asked for.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="idempotencyKey">Names the request; sent again with the same key it is the same request. Null: a new one each time.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The order with its number; null when the key has stood for something else.</returns>
    /// <exception cref="CaptionException">Its texts could not be written.</exception>
    public async Task<CaptionOrder?> AskAsync(CaptionOrder order, string user, string? idempotencyKey, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var fingerprint = Fingerprint(order);
        while (true)
        {
            if (await NumberAsync(order, user, idempotencyKey, fingerprint, cancellationToken) is { } requestNo)
            {
                var numbered = order with { RequestNo = requestNo };
                if (order.SessionId is { } sessionId)
                    await log.HoldSessionAsync(sessionId, cancellationToken);
                if (!await orders.OrderAsync(numbered, cancellationToken))
                    throw new CaptionException($"'{order.Template}' could not be written; the log says why.");
                await database.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return numbered;
            }

            // Either the key was used before, or somebody else has taken the number in this moment.
            if (idempotencyKey is not null && await FindAsync(user, idempotencyKey, cancellationToken) is { } before)
                return before.Fingerprint == fingerprint ? order with { RequestNo = before.RequestNo } : null;
        }
    }

    private Task<AskedCaption?> FindAsync(string user, string idempotencyKey, CancellationToken cancellationToken)
        => database.AskedCaptions.AsNoTracking().SingleOrDefaultAsync(asked => asked.AskedBy == user && asked.IdempotencyKey == idempotencyKey, cancellationToken);

    private async Task<int?> NumberAsync(CaptionOrder order, string user, string? idempotencyKey, string fingerprint, CancellationToken cancellationToken)
    {
        var numbers = await database.Database.SqlQuery<int>(
            $"""
            INSERT INTO subtitle.asked_caption (template, trigger_id, subject, request_no, asked_by, asked_at, idempotency_key, fingerprint)
            SELECT {order.Template}, {order.TriggerId}, {order.Subject}, coalesce(max(request_no) + 1, 0), {user}, {clock.GetUtcNow()}, {idempotencyKey}, {fingerprint}
            FROM subtitle.asked_caption
            WHERE template = {order.Template} AND trigger_id = {order.TriggerId} AND subject = {order.Subject}
            ON CONFLICT DO NOTHING
            RETURNING request_no AS "Value"
            """).ToListAsync(cancellationToken);
        return numbers.Count == 0 ? null : numbers[0];
    }

    private static string Fingerprint(CaptionOrder order) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(order)));
}
