using System.Text.Unicode;
using CsvHelper;

namespace Hub.Modules.Subtitle.Players.Import;

/// <summary>
/// Reads a file of players: UTF-8 (or UTF-16 with its mark), a header row, comma, semicolon or tab. A row that cannot be read costs
/// that row alone.
/// </summary>
internal sealed class PlayerFile
{
    public const int MostProblems = 200;
    private const int MostRows = 20_000;

    private readonly List<PlayerRow> _rows = [];
    private readonly List<ImportProblem> _problems = [];

    private PlayerFile()
    {
    }

    public IReadOnlyList<PlayerRow> Rows => _rows;

    /// <summary>What is wrong with the file apart from the contents of cells.</summary>
    public IReadOnlyList<ImportProblem> Problems => _problems;

    /// <summary>Rows that could not be taken apart into cells.</summary>
    public int UnreadableRows { get; private set; }

    /// <exception cref="PlayerFileException">Nothing in the file can be used.</exception>
    public static PlayerFile Read(byte[] content)
    {
        var isUtf16 = content is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        if (!isUtf16 && !Utf8.IsValid(content))
            throw new PlayerFileException("The file is not UTF-8. In Excel, save it as \"CSV UTF-8\".");

        var file = new PlayerFile();
        using var csv = CsvReader.Create(content, file.Format());
        try
        {
            csv.ReadHeader();
            var columns = file.ColumnsOf(csv.Headers);
            while (csv.Read())
                file.Take(csv, columns);
        }
        catch (CsvFormatException exception)
        {
            throw new PlayerFileException($"Line {exception.LineNumber} cannot be read: {exception.Message}");
        }

        return file;
    }

    private CsvReaderOptions Format() => new()
    {
        TrimWhitespace = true,
        TrackLineNumbers = true,
        // Names have none, and so one quotation mark too few cannot swallow the rest of the file.
        AllowLineBreaksInQuotes = false,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = record => Refuse((int)record.LineNumber, "has a quotation mark that is not closed, or one in the middle of a cell"),
    };

    private string?[] ColumnsOf(IReadOnlyList<string> header)
    {
        var columns = header.Select(PlayerColumns.Of).ToArray();
        if (!columns.Contains(PlayerColumns.Name))
            throw new PlayerFileException($"The first line has no column {PlayerColumns.Name}. The columns are {string.Join(", ", PlayerColumns.All)}; only {PlayerColumns.Name} is required.");
        if (columns.OfType<string>().GroupBy(column => column).FirstOrDefault(column => column.Count() > 1) is { } twice)
            throw new PlayerFileException($"The column {twice.Key} stands twice in the first line.");

        foreach (var title in header.Where((_, index) => columns[index] is null))
            _problems.Add(new ImportProblem(1, title, "is no known column and was left out"));
        return columns;
    }

    private void Take(CsvReader csv, string?[] columns)
    {
        var line = (int)csv.LineNumber;
        var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
        if (cells.All(string.IsNullOrWhiteSpace))
            return;
        if (_rows.Count == MostRows)
            throw new PlayerFileException($"The file has more than {MostRows} rows; import it in parts.");

        // A cell too many most likely means a comma in a name: then every cell behind it is in the wrong column.
        if (cells.Length > columns.Length)
        {
            Refuse(line, $"has {cells.Length} cells where the first line has {columns.Length}; put quotation marks around a name with a comma");
            return;
        }

        var known = cells.Zip(columns).Where(each => each.Second is not null && each.First.Length > 0);
        _rows.Add(new PlayerRow(line, known.ToDictionary(each => each.Second!, each => each.First, StringComparer.Ordinal)));
    }

    private void Refuse(int line, string reason)
    {
        UnreadableRows++;
        _problems.Add(new ImportProblem(line, Column: null, reason));
    }
}
