namespace Hub.Host.Commands.Demo.Once;

/// <summary>Work that is left.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Count">How many, at least 1.</param>
internal sealed record OpenWork(string Name, long Count)
{
    public override string ToString() => $"{Count} {Name}";
}
