using Hub.Contracts.Monitoring;
using Hub.Modules.Render.Leases;
using Hub.Modules.Render.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Fitness;

/// <summary>Writes down what is wrong with a worker, and tells when it begins and when it is over, in one transaction.</summary>
internal sealed class FitnessRecord(RenderDbContext db, IPublishEndpoint events, WorkerIdentity worker, TimeProvider clock)
{
    /// <summary>The codes that are told of a worker: whoever removes a worker in trouble tells their end.</summary>
    public static IReadOnlyList<string> Codes { get; } = [AlertCodes.RenderDiskLow, AlertCodes.RenderMemoryLow, AlertCodes.RenderOutputUnwritable];

    /// <param name="troubles">All there are now.</param>
    /// <param name="begun">Those that were not told before.</param>
    /// <param name="over">Those that were, and are no more.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public async Task StoreAsync(IEnumerable<Complaint> troubles, IEnumerable<Complaint> begun, IEnumerable<Complaint> over, CancellationToken cancellationToken)
    {
        var trouble = string.Join(' ', troubles.Select(each => each.Text));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // The slots of an unfit worker are no place for a ticket, and their being free is no sign of a lost one.
        await db.Database.ExecuteSqlAsync($"UPDATE render.worker SET slots = {worker.OpenSlots}, trouble = nullif({trouble}, '') WHERE id = {worker.Id}", cancellationToken);
        foreach (var each in begun)
        {
            await events.Publish(
                new AlertRaised { Code = each.Code, Severity = AlertSeverity.Critical, Subject = worker.Name, Text = each.Text, OccurredAt = clock.GetUtcNow() }, cancellationToken);
        }

        foreach (var each in over)
        {
            await events.Publish(
                new AlertResolved { Code = each.Code, Subject = worker.Name, Text = "It is over.", OccurredAt = clock.GetUtcNow() }, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
    }
}
