namespace Hub.Modules.Render.Api;

/// <summary>Which files the API gives out. Rows may come from v1's clients and name any path.</summary>
internal sealed class ServedClips(RenderFolders folders)
{
    /// <returns>The file, the folder of a sequence, or null when it does not exist or lies where nothing is given out.</returns>
    public FileSystemInfo? Find(string path)
    {
        var full = Path.GetFullPath(path);
        FileSystemInfo clip = Directory.Exists(full) ? new DirectoryInfo(full) : new FileInfo(full);
        return clip.Exists && folders.IsBelowOutputRoot(full) ? clip : null;
    }
}
