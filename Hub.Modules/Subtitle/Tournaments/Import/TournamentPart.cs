using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv;

namespace Hub.Modules.Subtitle.Tournaments.Import;

/// <summary>The part of a tournament's facts that one of the files says.</summary>
/// <param name="Format">How the file is read.</param>
/// <param name="Of">The part as it is known; empty where nothing is.</param>
/// <param name="Write">The facts with another part.</param>
/// <param name="Sort">The order in which entries are kept.</param>
internal sealed record TournamentPart<TEntry>(
    CsvFormat<TEntry> Format,
    Func<ImportedFacts, IReadOnlyList<TEntry>> Of,
    Func<ImportedFacts, IReadOnlyList<TEntry>, ImportedFacts> Write,
    Func<IEnumerable<TEntry>, IEnumerable<TEntry>> Sort)
    where TEntry : ICsvEntry;
