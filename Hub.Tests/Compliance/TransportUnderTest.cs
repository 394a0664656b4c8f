using Hub.Tests.Compliance.Brokers;

namespace Hub.Tests.Compliance;

/// <summary>A transport the compliance suites run on.</summary>
/// <param name="Name">Shown in the test's name.</param>
/// <param name="Claims">What it says it can do, and is therefore put to the test for.</param>
/// <param name="OpenAsync">Gives a test a corner of the transport's server.</param>
internal sealed record TransportUnderTest(string Name, Capability Claims, Func<Task<Broker>> OpenAsync)
{
    public static TransportUnderTest InMemory { get; } = new(
        "InMemory",
        Capability.PolymorphicPublish | Capability.RequestResponse | Capability.ErrorQueue | Capability.SkippedQueue | Capability.DelayedMessages
            | Capability.FlowControl,
        () => Task.FromResult<Broker>(new InMemoryBroker()));

    public static TransportUnderTest RabbitMq { get; } = new(
        "RabbitMq",
        Capability.PolymorphicPublish | Capability.RequestResponse | Capability.ErrorQueue | Capability.SkippedQueue | Capability.Redelivery
            | Capability.PriorityLanes | Capability.TimeToLive | Capability.FlowControl | Capability.LockRenewal | Capability.CompetingProcesses
            | Capability.TemporaryQueues | Capability.Prefixes | Capability.SurvivesServerRestart,
        RabbitMqBroker.OpenAsync);

    public static TransportUnderTest Redis { get; } = new("Redis", Capability.UsedByTheHub, RedisBroker.OpenAsync);

    /// <summary>Every transport that can run here.</summary>
    public static IEnumerable<TransportUnderTest> All => [InMemory, RabbitMq, Redis];

    public bool Has(Capability capability) => Claims.HasFlag(capability);

    /// <inheritdoc />
    public override string ToString() => Name;
}
