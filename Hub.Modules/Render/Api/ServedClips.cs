namespace Hub.Modules.Render.Api;

/// <summary>Which files the API gives out. Rows may come from v1's clients and name any path.</summary>
internal sealed class ServedClips(RenderFolders folders)
{
    /// <returns>The file, or null when it does not exist or lies where nothing is given out.</returns>
    public FileInfo? Find(string path)
    {
        var file = new FileInfo(Path.GetFullPath(path));
        return file.Exists && folders.IsBelowOutputRoot(file.FullName) ? file : null;
    }
}
