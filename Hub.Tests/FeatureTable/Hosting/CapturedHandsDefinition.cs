using MassTransit;

namespace Hub.Tests.FeatureTable.Hosting;

/// <summary>Listens in the module's own name space of endpoints.</summary>
internal sealed class CapturedHandsDefinition : ConsumerDefinition<CapturedHands>
{
    public CapturedHandsDefinition() => EndpointName = "feature-table-test-captured";
}
