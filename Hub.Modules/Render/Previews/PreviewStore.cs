using System.Collections.Concurrent;
using System.Globalization;
using Hub.Modules.Render.Clips;

namespace Hub.Modules.Render.Previews;

/// <summary>
/// Previews made on demand and kept in the data folder. Whoever asks for one that is being made waits for it; rendering comes first, so
/// only one is made at a time.
/// </summary>
internal sealed class PreviewStore(PreviewEncoder encoder, RenderFolders folders) : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task>> _making = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1);

    /// <param name="outputId">The clip's row.</param>
    /// <param name="clip">A file, or the folder of a sequence.</param>
    /// <param name="framesPerSecond">Pace of a sequence.</param>
    /// <param name="cancellationToken">Ends the wait, not the making.</param>
    /// <returns>Path of the preview.</returns>
    /// <exception cref="PreviewException">It could not be made.</exception>
    public async Task<string> GetAsync(int outputId, FileSystemInfo clip, int framesPerSecond, CancellationToken cancellationToken)
    {
        // Time and size tell clips apart that share an id after the database was made anew.
        var preview = Path.Combine(folders.Previews, string.Create(CultureInfo.InvariantCulture, $"{outputId}-{DurableFiles.SizeOf(clip.FullName):x}-{clip.LastWriteTimeUtc.Ticks:x}.webm"));
        if (!File.Exists(preview))
        {
            // The making goes on when the one who asked has left; others may be waiting for it.
            await _making.GetOrAdd(preview, _ => new Lazy<Task>(() => MakeAsync(clip.FullName, framesPerSecond, preview))).Value.WaitAsync(cancellationToken);
        }

        return preview;
    }

    public void Dispose() => _turn.Dispose();

    private async Task MakeAsync(string clip, int framesPerSecond, string preview)
    {
        await _turn.WaitAsync(CancellationToken.None);
        var part = $"{preview}.part";
        try
        {
            Directory.CreateDirectory(folders.Previews);
            await encoder.EncodeAsync(clip, framesPerSecond, part);
            File.Move(part, preview, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
        finally
        {
            _turn.Release();
            _making.TryRemove(preview, out _);
        }
    }
}
