using System.Xml.Linq;

namespace Hub.Tests.Architecture;

/// <summary>A project of the solution as its file states it: what the assembly would not show when a reference goes unused.</summary>
internal sealed record ProjectFile(string Name, ProjectLayer Layer, IReadOnlyList<string> ProjectReferences, IReadOnlyList<string> PackageReferences)
{
    public static IReadOnlyList<ProjectFile> ReadAll()
        => [.. Directory.EnumerateFiles(RepositoryRoot.Path, "*.csproj", SearchOption.AllDirectories)
            .Where(path => !RepositoryRoot.IsBuildOutput(path))
            .Select(Read)];

    private static ProjectFile Read(string path)
    {
        var document = XDocument.Load(path);
        return new ProjectFile(
            Path.GetFileNameWithoutExtension(path),
            LayerOf(Path.GetRelativePath(RepositoryRoot.Path, path).Replace('\\', '/')),
            [.. Includes(document, "ProjectReference").Select(include => Path.GetFileNameWithoutExtension(include.Replace('\\', '/')))],
            [.. Includes(document, "PackageReference")]);
    }

    private static IEnumerable<string> Includes(XDocument document, string element)
        => document.Descendants(element).Select(item => item.Attribute("Include")?.Value).OfType<string>();

    private static ProjectLayer LayerOf(string path) => path switch
    {
        _ when path.StartsWith("Hub.Contracts/", StringComparison.Ordinal) => ProjectLayer.Contracts,
        _ when path.StartsWith("Hub.Modules/Kernel/", StringComparison.Ordinal) => ProjectLayer.Kernel,
        _ when path.StartsWith("Hub.Modules/", StringComparison.Ordinal) => ProjectLayer.Module,
        _ when path.StartsWith("Hub.Host/Adapters/", StringComparison.Ordinal) => ProjectLayer.Adapter,
        _ when path.StartsWith("Hub.Host/", StringComparison.Ordinal) => ProjectLayer.Host,
        _ when path.StartsWith("Hub.Tests/", StringComparison.Ordinal) => ProjectLayer.Tests,
        _ when path.StartsWith("bench/", StringComparison.Ordinal) => ProjectLayer.Bench,
        _ when path.StartsWith("docs/", StringComparison.Ordinal) => ProjectLayer.Tool,
        _ => ProjectLayer.Unknown,
    };
}
