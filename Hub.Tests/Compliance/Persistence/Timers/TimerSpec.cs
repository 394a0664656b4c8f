using Hub.Modules.Kernel;
using Hub.Tests.Compliance.Persistence.Hosting;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence.Timers;

/// <summary>Words for what the specs say about timers. They look for due ones themselves, whoever does in the running hub.</summary>
internal abstract class TimerSpec(TransportUnderTest transport) : PersistenceSpec(transport)
{
    protected static async Task<Guid> SetAsync(HubUnderTest hub, Guid pot, TimeSpan delay)
    {
        var token = Guid.Empty;
        await hub.InScopeAsync(async scope =>
        {
            var dueAt = scope.GetRequiredService<TimeProvider>().GetUtcNow() + delay;
            token = (await scope.GetRequiredService<IMessageScheduler>().SchedulePublish(dueAt.UtcDateTime, new PotAwarded(pot))).TokenId;
            await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
        });
        return token;
    }

    /// <summary>Sets timers that come due one after the other, from now on.</summary>
    protected static Task SetManyAsync(HubUnderTest hub, int timers, TimeSpan apart) => hub.InScopeAsync(async scope =>
    {
        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        for (var timer = 0; timer < timers; timer++)
        {
            await scope.GetRequiredService<IMessageScheduler>().SchedulePublish(now + (timer * apart), new PotAwarded(Guid.NewGuid(), timer));
        }

        await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
    });

    protected Task SomeFiredAsync(long atLeast)
        => Eventually.BecomesTrueAsync($"{atLeast} timers have fired", async () => await EntriesAsync(RecordPotConsumer.Note) >= atLeast);

    protected static Task CancelAsync(HubUnderTest hub, Guid token) => hub.InScopeAsync(async scope =>
    {
        await scope.GetRequiredService<IMessageScheduler>().CancelScheduledSend(new Uri("queue:whatever"), token);
        await scope.GetRequiredService<LedgerDbContext>().SaveChangesAsync();
    });

    /// <summary>What the clock does every second.</summary>
    protected static Task LookAsync(HubUnderTest hub)
        => hub.Services.GetServices<IRecurringJob>().Single(job => job.Name == "messaging-timers").RunAsync(CancellationToken.None);

    protected Task<long> TimersAsync() => Database.ScalarAsync<long>("SELECT count(*) FROM messaging.timer");

    protected Task ClockBecomesAsync(Guid clock, string status, int expired)
        => Eventually.BecomesTrueAsync(
            $"clock {status}, expired {expired} times",
            async () => await Database.ScalarAsync<long>($"SELECT count(*) FROM ledger.shot_clock WHERE correlation_id = '{clock}' AND status = '{status}' AND expired = {expired}") == 1);
}
