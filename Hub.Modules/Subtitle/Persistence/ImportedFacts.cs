using Hub.Modules.Subtitle.ReadCsv.Formats;

namespace Hub.Modules.Subtitle.Persistence;

/// <summary>What the files of WSOP+ say about a tournament. Null where the file has not named it yet.</summary>
internal sealed record ImportedFacts
{
    public TournamentEntry? Entry { get; init; }

    /// <summary>In the order of play.</summary>
    public IReadOnlyList<LevelEntry>? Levels { get; init; }

    /// <summary>From first place down.</summary>
    public IReadOnlyList<PayoutEntry>? Payouts { get; init; }

    /// <summary>Most chips first; those who are out at the end.</summary>
    public IReadOnlyList<ChipEntry>? Standings { get; init; }

    /// <summary>The lowest place that is paid; 0 while none is known.</summary>
    public int PlacesPaid() => Payouts is { Count: > 0 } payouts ? payouts.Max(payout => payout.LastPlace) : 0;

    /// <summary>Whether both say the same.</summary>
    public bool IsSameAs(ImportedFacts other)
        => Entry == other.Entry && AreSame(Levels, other.Levels) && AreSame(Payouts, other.Payouts) && AreSame(Standings, other.Standings);

    /// <summary>Whether two lists hold the same in the same order.</summary>
    public static bool AreSame<T>(IReadOnlyList<T>? one, IReadOnlyList<T>? other)
        => one is null || other is null ? one is null && other is null : one.SequenceEqual(other);
}
