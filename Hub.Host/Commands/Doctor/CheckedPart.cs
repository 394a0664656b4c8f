using Hub.Modules.Kernel.SelfChecks;

namespace Hub.Host.Commands.Doctor;

/// <summary>What was found out about one part.</summary>
internal sealed record CheckedPart(string Name, IReadOnlyList<Finding> Findings);
