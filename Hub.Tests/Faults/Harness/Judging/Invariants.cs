namespace Hub.Tests.Faults.Harness.Judging;

/// <summary>What must be 0 whatever happened.</summary>
/// <param name="Lost">Accepted instructions that have no row, are still open, or have failed without being made to.</param>
/// <param name="Doubled">Completed instructions with another number of outputs than one, or that were completed more than once; outputs of others.</param>
/// <param name="HalfFiles">Files under a final name that do not decode, and outputs without a file.</param>
/// <param name="LeftFiles">Files of attempts that came to nothing, after everybody had the time to remove them.</param>
/// <param name="Stranded">Instructions that were open for seconds without ticket, claim, verdict on its way, or time to be tried again.</param>
internal sealed record Invariants(int Lost, int Doubled, int HalfFiles, int LeftFiles, int Stranded)
{
    public IReadOnlyList<Limit> ToLimits() =>
    [
        new("lost", Lost, 0),
        new("doubled", Doubled, 0),
        new("half files", HalfFiles, 0),
        new("files left behind", LeftFiles, 0),
        new("stranded", Stranded, 0),
    ];
}
