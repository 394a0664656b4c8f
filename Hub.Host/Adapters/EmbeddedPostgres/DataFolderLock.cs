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
        var path = Path.Combine(folder, "hub.lock");
        try
        {
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            file.SetLength(0);
            file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            file.Flush();
            return new(file);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new EmbeddedPostgresException($"Data:Folder = '{folder}' cannot be written to: {exception.Message}", exception);
        }
        catch (IOException exception)
        {
            throw new EmbeddedPostgresException($"Data:Folder = '{folder}' is in use by another hub{Holder(path)}. Stop that one, or set Data:Folder to another folder.", exception);
        }
    }

    public void Dispose() => _file.Dispose();

    private static string Holder(string path)
    {
        try
        {
            using var file = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return int.TryParse(file.ReadToEnd(), CultureInfo.InvariantCulture, out var process) ? $" (process {process})" : "";
        }
        catch (IOException)
        {
            return "";
        }
    }
}
