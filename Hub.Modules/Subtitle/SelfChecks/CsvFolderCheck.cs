using Hub.Modules.Kernel.SelfChecks;
using Hub.Modules.Subtitle.ReadCsv;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.SelfChecks;

/// <summary>The folder of WSOP+'s files can be read.</summary>
internal sealed class CsvFolderCheck(IOptions<SubtitleOptions> options) : ISelfCheck
{
    public string Name => "tournament files";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<Finding>>([options.Value.CsvFolder.Length == 0
            ? Finding.Ok("No folder of WSOP+ files is watched (Subtitle:CsvFolder)")
            : Look(Path.GetFullPath(options.Value.CsvFolder))]);

    private static Finding Look(string folder)
    {
        try
        {
            var found = Directory.EnumerateFiles(folder).Count(file => CsvFileNames.KindOf(Path.GetFileName(file)) is not null);
            return found > 0
                ? Finding.Ok($"{found} of {CsvFileNames.All.Count} files of WSOP+ in {folder}")
                : Finding.Warning($"No file of WSOP+ in {folder}", $"Export into it: {string.Join(", ", CsvFileNames.All)}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Finding.Problem(exception.Message, "Mount the share, or correct Subtitle:CsvFolder; the hub looks again every second.");
        }
    }
}
