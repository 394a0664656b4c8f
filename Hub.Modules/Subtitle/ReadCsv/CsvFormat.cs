using System.Globalization;

namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>Which columns a file has and what its rows say.</summary>
internal abstract class CsvFormat<TEntry>
    where TEntry : ICsvEntry
{
    protected const string TournamentNumber = "tournament_number";

    /// <summary>Columns that the header must have.</summary>
    protected abstract IReadOnlyList<string> RequiredColumns { get; }

    /// <summary>Columns that make the key of a row.</summary>
    protected abstract IReadOnlyList<string> KeyColumns { get; }

    /// <summary>Reads a row; what it returns counts only where <paramref name="row"/> has no problems.</summary>
    protected abstract TEntry Read(RowReader row);

    /// <summary>Number of the row's tournament; null where rows need none.</summary>
    protected virtual int? TournamentOf(RowReader row) => row.TournamentNumber(TournamentNumber);

    /// <summary>Whether two entries of one tournament cannot both hold although their keys differ; null where they always can.</summary>
    public virtual Func<TEntry, TEntry, bool>? Clash => null;

    /// <summary>Whether two entries with one key are two things after all.</summary>
    protected virtual bool AreDifferent(TEntry one, TEntry other) => false;

    /// <exception cref="CsvFileException">Nothing in the file can be used.</exception>
    public ParsedCsv<TEntry> Parse(byte[] content)
    {
        var table = CsvTable.Read(content, RequiredColumns);
        var problems = table.Problems.ToList();
        var bad = table.Problems.Select(_ => new BadRow(Tournament: null, Key: null)).ToList();
        var good = new GoodRows<TEntry>(AreDifferent, Clash);
        foreach (var row in table.Rows)
        {
            var reader = new RowReader(row);
            var tournament = TournamentOf(reader);
            var entry = Read(reader);
            var lost = new BadRow(
                IsReadable([TournamentNumber], reader) ? tournament : null,
                IsReadable(KeyColumns, reader) ? entry.Key : null);
            if (reader.Problems.Count == 0 && good.FindRival(tournament, entry) is { } line)
                reader.Refuse(KeyColumns[0], string.Create(CultureInfo.InvariantCulture, $"stands in line {line} already, or contradicts it"), "each of them once");
            if (reader.Problems.Count == 0)
            {
                good.Add(new GoodRow<TEntry>(row.Line, tournament, entry));
                continue;
            }

            problems.AddRange(reader.Problems);
            bad.Add(lost);
        }

        return new ParsedCsv<TEntry>(good.All, bad, [.. problems.OrderBy(problem => problem.Line)], table.MayBeTorn);
    }

    private static bool IsReadable(IReadOnlyList<string> columns, RowReader row)
        => !row.Problems.Any(problem => columns.Contains(problem.Column, StringComparer.Ordinal));
}
