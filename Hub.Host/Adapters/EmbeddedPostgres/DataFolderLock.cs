using System.Globalization;

namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>One hub for each data folder. The system gives the lock back when the process ends, however it ends.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <exception cref="EmbeddedPostgresException">Another hub holds the folder, or it cannot be written to.</exception>
    public static DataFolderLock Take(string folder)
    {
        // The holder's number stands in a file of its own: nobody can read a locked one.
        var holder = Path.Combine(folder, "hub.pid");
        try
        {
            var file = new FileStream(Path.Combine(folder, "hub.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            File.WriteAllText(holder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            return new(file);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new EmbeddedPostgresException($"Data:Folder = '{folder}' cannot be written to: {exception.Message}", exception);
        }
        catch (IOException exception)
        {
            throw new EmbeddedPostgresException($"Data:Folder = '{folder}' is in use by another hub{Holder(holder)}. Stop that one, or set Data:Folder to another folder.", exception);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string Holder(string path)
        => File.Exists(path) && int.TryParse(File.ReadAllText(path), CultureInfo.InvariantCulture, out var process) ? $" (process {process})" : "";
}
