using System.Diagnostics;
using Hub.Tests.Compliance.TransportFaults.Ledgers;
using MassTransit;

namespace Hub.Tests.Compliance.TransportFaults.Consumers;

/// <summary>Does work and keeps the ledger.</summary>
internal sealed class WorkConsumer(ConsumerSettings settings, Ledger ledger) : IConsumer<Work>
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(20);

    public async Task Consume(ConsumeContext<Work> context)
    {
        var work = context.Message;
        ledger.Write(LedgerMark.Begun, work.Number);
        if (work.IsPoison)
            Process.GetCurrentProcess().Kill();

        await Task.Delay(work.Milliseconds);
        while (File.Exists(settings.HoldSign))
            await Task.Delay(LookInterval);
        ledger.Write(LedgerMark.Done, work.Number);
    }
}
