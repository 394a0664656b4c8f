namespace Hub.Bench.Measuring;

/// <summary>Something that is measured in every round.</summary>
/// <param name="Name">What.</param>
/// <param name="Unit">In what.</param>
internal sealed record Figure(string Name, string Unit)
{
    public override string ToString() => $"{Name}, {Unit}";
}
