using System.Globalization;
using Hub.Modules.Kernel.SelfChecks;

namespace Hub.Modules.Render.SelfChecks;

/// <summary>Clips can be written, and there is room for them.</summary>
internal sealed class OutputCheck(RenderFolders folders) : ISelfCheck
{
    // An evening's clips; ProRes takes some 60 MB for five seconds.
    private const double EnoughGigabytes = 5;

    public string Name => "output";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<Finding>>([.. folders.OutputRoots.Distinct(StringComparer.Ordinal).Select(Look)]);

    private static Finding Look(string folder)
    {
        if (FolderProbe.WhyNotWritable(folder) is { } reason)
            return Finding.Problem($"{folder} cannot be written: {reason}", "Mount it, or give the hub's account the right to write there.");

        var free = FolderProbe.FreeGigabytes(folder);
        var text = string.Create(CultureInfo.InvariantCulture, $"{folder} can be written and has {free:0.0} GB free");
        return free >= EnoughGigabytes
            ? Finding.Ok(text)
            : Finding.Warning(text, string.Create(CultureInfo.InvariantCulture, $"Make room: below {EnoughGigabytes:0} GB an evening of clips may not fit."));
    }
}
