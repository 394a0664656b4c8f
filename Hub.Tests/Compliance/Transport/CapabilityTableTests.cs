using System.Reflection;
using FluentAssertions;
using Hub.Tests.Architecture;

namespace Hub.Tests.Compliance.Transport;

/// <summary>Holds the table of capabilities in docs/testing.md to the code, and the code to its specs.</summary>
internal sealed class CapabilityTableTests
{
    /// <summary>Put to the test in TransportFaults, with processes and servers that die.</summary>
    private const Capability NeedFaults = Capability.SurvivesServerRestart | Capability.TopologyHealing;

    private static IEnumerable<Capability> Each => Enum.GetValues<Capability>().Where(capability => System.Numerics.BitOperations.IsPow2((int)capability));

    [Test]
    public void The_documented_table_says_what_the_transports_claim()
    {
        var transports = TransportUnderTest.All.ToList();
        string[] expected =
        [
            $"| | {string.Join(" | ", transports)} |",
            $"|---|{string.Concat(transports.Select(_ => ":-:|"))}",
            .. Each.Select(capability => $"| `{capability}` | {string.Join(" | ", transports.Select(transport => transport.Has(capability) ? "yes" : "–"))} |"),
        ];

        var table = File.ReadLines(Path.Combine(RepositoryRoot.Path, "docs", "testing.md")).Where(line => line.StartsWith('|')).SkipWhile(line => line != expected[0]).Take(expected.Length);

        table.Should().Equal(expected);
    }

    [Test]
    public void Redis_claims_everything_the_hub_uses()
        => (TransportUnderTest.Redis.Claims & Capability.UsedByTheHub).Should().Be(Capability.UsedByTheHub);

    [Test]
    public void Every_capability_has_a_spec()
    {
        var needed = typeof(CapabilityTableTests).Assembly.GetTypes().Select(type => type.GetCustomAttribute<OnTransportsAttribute>()).OfType<OnTransportsAttribute>().Select(specs => specs.Needed).ToList();

        needed.Should().HaveCountGreaterThan(10);
        Each.Where(capability => !NeedFaults.HasFlag(capability)).Should().OnlyContain(capability => needed.Contains(capability));
    }
}
