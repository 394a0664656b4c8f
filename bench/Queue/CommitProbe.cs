namespace Hub.Bench.Queue;

/// <summary>A message that does nothing but arrive.</summary>
internal sealed record CommitProbe
{
    public required int Number { get; init; }
}
