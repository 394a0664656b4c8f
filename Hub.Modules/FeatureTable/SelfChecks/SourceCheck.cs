using Hub.Modules.FeatureTable.WatchFolders;
using Hub.Modules.Kernel.SelfChecks;
using Microsoft.Extensions.Options;

namespace Hub.Modules.FeatureTable.SelfChecks;

/// <summary>The folders of the tables can be read.</summary>
internal sealed class SourceCheck(IOptions<FeatureTableOptions> options) : ISelfCheck
{
    public string Name => "tables";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<Finding>>(options.Value.Sources.Count == 0
            ? [Finding.Warning("No table is watched", "Name the folders of PokerGFX's exports in FeatureTable:Sources:<n>:Folder.")]
            : [.. options.Value.Sources.Select(WatchedSource.Of).Select(Look)]);

    private static Finding Look(WatchedSource source)
    {
        try
        {
            var files = Directory.EnumerateFiles(source.Folder, "PGFX*.json", SearchOption.AllDirectories).Count();
            return Finding.Ok($"{source.Table}: {files} exports in {source.Folder}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Finding.Problem($"{source.Table}: {exception.Message}", "Mount the share, or correct FeatureTable:Sources:<n>:Folder; the hub looks again every second.");
        }
    }
}
