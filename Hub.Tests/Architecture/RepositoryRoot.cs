namespace Hub.Tests.Architecture;

/// <summary>Finds the checkout the tests were built from.</summary>
internal static class RepositoryRoot
{
    public static string Path { get; } = Find();

    public static bool IsBuildOutput(string path)
        => path.Split(System.IO.Path.DirectorySeparatorChar) is var parts && (parts.Contains("obj") || parts.Contains("bin"));

    public static IEnumerable<string> SourceFiles(params string[] below)
        => Directory.EnumerateFiles(System.IO.Path.Combine([Path, .. below]), "*.cs", SearchOption.AllDirectories)
            .Where(path => !IsBuildOutput(path));

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "AutomationHub.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException($"No AutomationHub.sln above {AppContext.BaseDirectory}: the architecture tests read the checkout they were built in.");
    }
}
