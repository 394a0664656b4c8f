using MassTransit;

namespace Hub.Tests.Compliance;

/// <summary>A transport the compliance suites run on.</summary>
/// <param name="Name">Shown in the test's name.</param>
/// <param name="Use">Configures the bus; has to configure all endpoints.</param>
internal sealed record TransportUnderTest(string Name, Action<IBusRegistrationConfigurator> Use)
{
    public static TransportUnderTest InMemory { get; } = new("InMemory", bus => bus.UsingInMemory((context, configurator) => configurator.ConfigureEndpoints(context)));

    /// <summary>Every transport that can run here.</summary>
    public static IEnumerable<TransportUnderTest> All => [InMemory];

    /// <inheritdoc />
    public override string ToString() => Name;
}
