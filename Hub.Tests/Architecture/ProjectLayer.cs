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

    /// <summary>Measures the product; nothing sees it.</summary>
    Bench,

    /// <summary>Stands beside the product: sees nothing of it and is seen by nothing.</summary>
    Tool,
}
