namespace Hub.Tests.Architecture;

/// <summary>Where a project stands in the tree; arrows may only point as ADR 0001 says.</summary>
internal enum ProjectLayer
{
    Unknown,
    Contracts,
    Kernel,
    Module,
    Adapter,
    Host,
    Tests,
}
