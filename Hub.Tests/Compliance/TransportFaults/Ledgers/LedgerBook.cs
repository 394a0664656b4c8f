using System.Text;

namespace Hub.Tests.Compliance.TransportFaults.Ledgers;

/// <summary>The ledgers of all consumers that work in a folder, read on while they write.</summary>
internal sealed class LedgerBook(string folder)
{
    private readonly Dictionary<string, long> _read = new(StringComparer.Ordinal);
    private readonly List<LedgerEntry> _entries = [];

    /// <summary>How often each work was begun, by its number.</summary>
    public IReadOnlyDictionary<int, int> TimesBegun => Count(LedgerMark.Begun);

    /// <summary>How often each work was done, by its number.</summary>
    public IReadOnlyDictionary<int, int> TimesDone => Count(LedgerMark.Done);

    /// <summary>The numbers that <paramref name="consumer"/> began, in order.</summary>
    public IReadOnlyList<int> BegunBy(string consumer) => Numbers(consumer, LedgerMark.Begun);

    /// <summary>The numbers that <paramref name="consumer"/> has done, in order.</summary>
    public IReadOnlyList<int> DoneBy(string consumer) => Numbers(consumer, LedgerMark.Done);

    /// <summary>The numbers that <paramref name="consumer"/> began and has not done.</summary>
    public IReadOnlyList<int> InFlightIn(string consumer) => [.. BegunBy(consumer).Except(DoneBy(consumer))];

    /// <summary>What is worth knowing of a test that failed: works that were not done, or begun more than once.</summary>
    public override string ToString()
    {
        var works = Read().GroupBy(entry => entry.Number).OrderBy(work => work.Key).ToList();
        var unusual = works
            .Where(work => work.Count(entry => entry.Mark == LedgerMark.Begun) != 1 || work.Count(entry => entry.Mark == LedgerMark.Done) != 1)
            .Select(work => $"{work.Key}: {string.Join(", ", work.Select(entry => $"{entry.Mark} by {entry.Consumer}"))}");
        return $"{works.Count} works were begun, all once and to their end but:\n{string.Join('\n', unusual)}";
    }

    private Dictionary<int, int> Count(LedgerMark mark)
        => Read().Where(entry => entry.Mark == mark).CountBy(entry => entry.Number).ToDictionary();

    private IReadOnlyList<int> Numbers(string consumer, LedgerMark mark)
        => [.. Read().Where(entry => entry.Mark == mark && entry.Consumer == consumer).Select(entry => entry.Number)];

    private List<LedgerEntry> Read()
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*" + Ledger.Extension))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            file.Position = _read.GetValueOrDefault(path);
            var bytes = new byte[file.Length - file.Position];
            file.ReadExactly(bytes);
            // A line may be half written.
            var whole = bytes.AsSpan(0, bytes.AsSpan().LastIndexOf((byte)'\n') + 1);
            _read[path] = file.Position - bytes.Length + whole.Length;
            var lines = Encoding.UTF8.GetString(whole).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            _entries.AddRange(lines.Select(line => LedgerEntry.Parse(Path.GetFileNameWithoutExtension(path), line)));
        }

        return _entries;
    }
}
