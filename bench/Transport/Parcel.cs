namespace Hub.Bench.Transport;

/// <summary>The message that is measured.</summary>
internal sealed record Parcel
{
    /// <summary>Stopwatch timestamp just before it was handed over.</summary>
    public required long SentAt { get; init; }

    /// <summary>Its handler is busy until the bench lets go.</summary>
    public bool IsSlow { get; init; }

    /// <summary>About as much text as a caption has.</summary>
    public string Text { get; init; } = Filler;

    private static string Filler { get; } = new('x', 256);
}
