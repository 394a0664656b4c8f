namespace Hub.Modules.Subtitle.Persistence;

/// <summary>
/// What the files of WSOP+ say about a tournament. Kept beside <see cref="Tournament"/> because files arrive in any order, and
/// because they say more than v1 has columns for.
/// </summary>
internal sealed class ImportedTournament
{
    /// <summary>As exported.</summary>
    public required int Number { get; init; }

    /// <summary>The tournament that bears the number now; null until <c>tournament_data.csv</c> names it.</summary>
    public string? EventCode { get; set; }

    public ImportedFacts Facts { get; set; } = new();

    /// <summary>Whether it was in the money when that could last be told; null while it never could.</summary>
    public bool? WasInMoney { get; set; }

    /// <summary>Since when it has been paused; null while it is not.</summary>
    public DateTimeOffset? PausedSince { get; set; }
}
