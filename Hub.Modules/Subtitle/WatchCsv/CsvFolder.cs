using Hub.Modules.Subtitle.ReadCsv;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.WatchCsv;

/// <summary>
/// The folder itself, under a time limit. A share that hangs keeps the thread that asked it, so a listing that is still hanging is
/// waited for again instead of starting another beside it.
/// </summary>
internal sealed class CsvFolder(IOptions<SubtitleOptions> subtitle, IOptions<CsvOptions> options, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private Task<IReadOnlyList<FoundCsvFile>>? _hanging;

    public string Path { get; } = System.IO.Path.GetFullPath(subtitle.Value.CsvFolder);

    /// <summary>
    /// The five files as far as they are there, in the order in which they are dealt with. Of two whose names differ in capitals
    /// only, the one that was changed last counts.
    /// </summary>
    /// <exception cref="IOException">The folder cannot be reached.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder must not be read.</exception>
    /// <exception cref="TimeoutException">The folder does not answer.</exception>
    public async Task<IReadOnlyList<FoundCsvFile>> ListAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        var listing = _hanging ?? Task.Run(List, CancellationToken.None);
        try
        {
            return await listing.WaitAsync(options.Value.FileTimeout, clock, cancellationToken);
        }
        finally
        {
            _hanging = listing.IsCompleted ? null : listing;
            _turn.Release();
        }
    }

    /// <summary>The content, or null when the file changed while it was being read, or has since it was listed.</summary>
    public async Task<CsvContent?> ReadAsync(FoundCsvFile file, CancellationToken cancellationToken)
        => await Task.Run(() => Read(file, cancellationToken), cancellationToken).WaitAsync(options.Value.FileTimeout, clock, cancellationToken);

    public void Dispose() => _turn.Dispose();

    private IReadOnlyList<FoundCsvFile> List()
        => [.. new DirectoryInfo(Path).EnumerateFiles("*.csv", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive, AttributesToSkip = FileAttributes.None })
            .Select(file => CsvFileNames.KindOf(file.Name) is { } kind ? new FoundCsvFile(kind, file.Name, file.Length, file.LastWriteTimeUtc.Ticks) : null)
            .OfType<FoundCsvFile>()
            .OrderBy(file => file.Kind).ThenByDescending(file => file.ModifiedTicks).ThenBy(file => file.Name, StringComparer.Ordinal)
            .DistinctBy(file => file.Kind)];

    private CsvContent? Read(FoundCsvFile file, CancellationToken cancellationToken)
    {
        using var handle = File.OpenHandle(System.IO.Path.Combine(Path, file.Name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (!IsAsListed())
            return null;

        var bytes = new byte[file.Length];
        var length = 0;
        while (length < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(length), length) is var read and > 0)
        {
            length += read;
            cancellationToken.ThrowIfCancellationRequested();
        }

        return length == bytes.Length && IsAsListed() ? new CsvContent(file, bytes) : null;

        bool IsAsListed() => RandomAccess.GetLength(handle) == file.Length && File.GetLastWriteTimeUtc(handle).Ticks == file.ModifiedTicks;
    }
}
