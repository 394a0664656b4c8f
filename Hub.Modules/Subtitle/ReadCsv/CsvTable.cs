using System.Globalization;
using System.Text.Unicode;
using CsvHelper;

namespace Hub.Modules.Subtitle.ReadCsv;

/// <summary>
/// A file taken apart into rows and cells: UTF-8 with or without its mark, a header row, commas (semicolons and tabs are recognised),
/// quotation marks where needed. A row that cannot be taken apart costs that row alone.
/// </summary>
internal sealed class CsvTable
{
    private const string QuoteRule = "a value with a comma or a quotation mark stands in quotation marks, \"\" for each one inside, on one line";

    private readonly List<CsvRow> _rows = [];
    private readonly List<CsvProblem> _problems = [];
    private readonly bool _endsWithLineBreak;
    private int _lastLine;

    private CsvTable(byte[] content) => _endsWithLineBreak = content is [.., (byte)'\n' or (byte)'\r'];

    public IReadOnlyList<CsvRow> Rows => _rows;

    /// <summary>Rows that could not be taken apart.</summary>
    public IReadOnlyList<CsvProblem> Problems => _problems;

    /// <summary>The last line is incomplete and not ended: most likely the file is still being written.</summary>
    public bool MayBeTorn => !_endsWithLineBreak && _problems.Count > 0 && _problems[^1].Line == _lastLine;

    /// <exception cref="CsvFileException">Nothing in the file can be used.</exception>
    public static CsvTable Read(byte[] content, IReadOnlyList<string> requiredColumns)
    {
        if (content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || !Utf8.IsValid(content))
            throw new CsvFileException("The file is not UTF-8. Export it as CSV in UTF-8.");
        if (content.AsSpan().Contains((byte)0))
            throw new CsvFileException("The file contains zero bytes and is no text. Export it again.", mayBeTorn: true);

        var table = new CsvTable(content);
        using var csv = CsvReader.Create(content, table.Format());
        try
        {
            csv.ReadHeader();
            var columns = ColumnsOf(csv.Headers, requiredColumns);
            while (csv.Read())
                table.Take(csv, columns);
        }
        catch (CsvFormatException exception)
        {
            throw new CsvFileException($"Line {exception.LineNumber} cannot be read: {exception.Message}", mayBeTorn: true);
        }

        if (table._rows.Count + table._problems.Count == 0)
            throw new CsvFileException("The file has no rows. What was known before is kept.", mayBeTorn: true);
        return table;
    }

    private static string[] ColumnsOf(IReadOnlyList<string> header, IReadOnlyList<string> required)
    {
        string[] columns = [.. header.Select(title => title.Trim().ToLowerInvariant())];
        if (columns.All(column => column.Length == 0))
            throw new CsvFileException("The file is empty. What was known before is kept.", mayBeTorn: true);
        if (required.Except(columns, StringComparer.Ordinal).ToArray() is { Length: > 0 } missing)
            throw new CsvFileException($"The first line lacks the column{(missing.Length > 1 ? "s" : "")} {string.Join(", ", missing)}. Required are {string.Join(", ", required)}.", mayBeTorn: true);
        if (columns.Where(column => column.Length > 0).GroupBy(column => column, StringComparer.Ordinal).FirstOrDefault(column => column.Count() > 1) is { } twice)
            throw new CsvFileException($"The column {twice.Key} stands twice in the first line. Leave one of them.");
        return columns;
    }

    private CsvReaderOptions Format() => new()
    {
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        // One quotation mark too few must not swallow the rest of the file; no value of these files has several lines.
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = record => Refuse((int)record.LineNumber, "has a quotation mark that is not closed, or one in the middle of a value", QuoteRule),
    };

    private void Take(CsvReader csv, string[] columns)
    {
        var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
        if (cells.All(cell => cell.Length == 0))
            return;

        var line = (int)csv.LineNumber;
        _lastLine = line;
        // A value too many most likely means a comma without quotation marks, one too few a torn line: either way, no cell can be trusted.
        if (cells.Length != columns.Length)
        {
            var reason = string.Create(CultureInfo.InvariantCulture, $"has {cells.Length} values where the first line has {columns.Length} columns");
            Refuse(line, reason, cells.Length > columns.Length ? QuoteRule : "a value or nothing between two commas, for each column");
            return;
        }

        _rows.Add(new CsvRow(line, columns.Zip(cells).Where(each => each.First.Length > 0).ToDictionary(each => each.First, each => each.Second, StringComparer.Ordinal)));
    }

    private void Refuse(int line, string reason, string allowed)
    {
        _lastLine = line;
        _problems.Add(new CsvProblem { Line = line, Reason = $"the row {reason}", Allowed = allowed });
    }
}
