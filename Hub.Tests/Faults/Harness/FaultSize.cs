namespace Hub.Tests.Faults.Harness;

/// <summary>How much of a fault.</summary>
/// <param name="Jobs">Instructions under way while it happens; where it needs its own, how many for each time.</param>
/// <param name="Times">How often it happens.</param>
internal sealed record FaultSize(int Jobs, int Times);
