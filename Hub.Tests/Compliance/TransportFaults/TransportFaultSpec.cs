using FluentAssertions;
using Hub.Tests.Compliance.TransportFaults.Brokers;
using Hub.Tests.Compliance.TransportFaults.Consumers;
using Hub.Tests.Compliance.TransportFaults.Ledgers;
using Hub.Tests.Support;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NUnit.Framework.Interfaces;

namespace Hub.Tests.Compliance.TransportFaults;

/// <summary>A broker per fixture, a queue and a folder per test, and words for what the specs say about them.</summary>
internal abstract class TransportFaultSpec(BrokerKind kind)
{
    /// <summary>A lock that outlasts the test, where a starved process must not be taken for a dead one: what others do was given to them.</summary>
    protected static readonly TimeSpan NeverTakenOver = TimeSpan.FromMinutes(10);

    private static int _queues;

    private readonly List<ConsumerProcess> _processes = [];
    private readonly List<IHost> _hosts = [];
    private readonly List<Sender> _senders = [];
    private string _folder = "";

    protected FaultyBroker Broker { get; private set; } = null!;

    /// <summary>The ledgers of this test's consumers.</summary>
    protected LedgerBook Book { get; private set; } = null!;

    /// <summary>This test's queue.</summary>
    protected string Queue { get; private set; } = "";

    [OneTimeSetUp]
    public async Task StartBrokerAsync() => Broker = await NewBrokerAsync();

    [OneTimeTearDown]
    public ValueTask StopBrokerAsync() => Broker?.DisposeAsync() ?? default;

    [SetUp]
    public void OpenBook()
    {
        Queue = $"work-{Interlocked.Increment(ref _queues)}";
        _folder = Directory.CreateTempSubdirectory("hub-faults-").FullName;
        Book = new LedgerBook(_folder);
    }

    [TearDown]
    public async Task EndProcessesAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed)
        {
            _processes.ForEach(process => process.WriteLog());
            await TestContext.Out.WriteLineAsync(Book.ToString());
        }

        foreach (var sender in _senders)
            await sender.DisposeAsync();
        foreach (var host in _hosts)
        {
            await host.StopAsync();
            host.Dispose();
        }

        _processes.Clear();
        _senders.Clear();
        _hosts.Clear();
        Directory.Delete(_folder, recursive: true);
    }

    protected virtual Task<FaultyBroker> NewBrokerAsync() => FaultyBroker.StartAsync(kind);

    protected ConsumerSettings Settings(string name, BusSettings? bus = null) => new() { Bus = bus ?? Broker.Bus, Folder = _folder, Name = name, Queue = Queue };

    /// <summary>Processes that compete for the queue; all consume when this returns.</summary>
    protected async Task<ConsumerProcess[]> StartProcessesAsync(params ConsumerSettings[] settings)
    {
        ConsumerProcess[] processes = [.. settings.Select(ConsumerProcess.Start)];
        _processes.AddRange(processes);
        await Task.WhenAll(processes.Select(process => process.ConsumesAsync()));
        return processes;
    }

    /// <summary>A consumer in this process, for faults of the server.</summary>
    protected async Task<IHost> StartConsumerAsync(ConsumerSettings settings)
    {
        var host = ConsumerHost.Build(settings, logging => logging.AddProvider(new TestOutputLoggerProvider()).SetMinimumLevel(LogLevel.Warning));
        _hosts.Add(host);
        await host.StartAsync();
        return host;
    }

    protected async Task<Sender> StartSenderAsync(BusSettings? bus = null)
    {
        var sender = await Sender.StartAsync(bus ?? Broker.Bus, Queue);
        _senders.Add(sender);
        return sender;
    }

    /// <summary>Waits until every one of <paramref name="numbers"/> was done at least once.</summary>
    protected Task AreDoneAsync(IEnumerable<int> numbers, TimeSpan? within = null)
        => EventuallyAsync("every message was handled", () => !numbers.Except(Book.TimesDone.Keys).Any(), within);

    /// <summary>Waits for a condition of the ledgers.</summary>
    protected static Task EventuallyAsync(string condition, Func<bool> holds, TimeSpan? within = null)
        => Eventually.BecomesTrueAsync(condition, () => Task.FromResult(holds()), within);

    /// <summary>Ends every process in order, whereafter the broker must owe nobody anything.</summary>
    protected async Task NothingIsLeftAsync()
    {
        foreach (var process in _processes.Where(process => !process.HasExited))
        {
            process.LetGo();
            await process.AskToStopAsync();
            await process.StopsInOrderAsync();
        }

        (await Broker.UnsettledAsync(Queue)).Should().Be(0, "every message was answered");
    }
}
