using System.Diagnostics;
using Hub.Adapters.Rendering.Lottie.Ffmpeg;
using Hub.Modules.Kernel.SelfChecks;
using Microsoft.Extensions.Options;

namespace Hub.Adapters.Rendering.Lottie.SelfChecks;

/// <summary>ffmpeg is there and has the encoders.</summary>
internal sealed class FfmpegCheck(IOptions<FfmpegOptions> options) : ISelfCheck
{
    private static readonly (string Encoder, string Format)[] Needed =
        [("qtrle", "mov_alpha"), ("prores_ks", "ProRes 4444"), ("png", "png_sequence"), ("libx264", "mp4")];

    public string Name => "ffmpeg";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        string encoders;
        string version;
        try
        {
            version = await OutputAsync("-version", cancellationToken);
            encoders = await OutputAsync("-encoders", cancellationToken);
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            return [Finding.Problem($"'{options.Value.Path}' does not start: {exception.Message}", "Install ffmpeg, or set Ffmpeg:Path.")];
        }

        var missing = Needed.Where(need => !encoders.Contains($" {need.Encoder} ", StringComparison.Ordinal))
            .Select(need => Finding.Problem($"ffmpeg has no encoder {need.Encoder}", $"Install a full build of ffmpeg; until then {need.Format} clips fail."));
        return [Finding.Ok(version.Split('\n')[0].Trim()), .. missing];
    }

    private async Task<string> OutputAsync(string question, CancellationToken cancellationToken)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo(options.Value.Path, ["-hide_banner", question]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false })!;
        try
        {
            ffmpeg.StandardInput.Close();
            var errors = ffmpeg.StandardError.ReadToEndAsync(cancellationToken);
            var output = await ffmpeg.StandardOutput.ReadToEndAsync(cancellationToken);
            await errors;
            await ffmpeg.WaitForExitAsync(cancellationToken);
            return output;
        }
        finally
        {
            if (!ffmpeg.HasExited)
                ffmpeg.Kill(entireProcessTree: true);
        }
    }
}
