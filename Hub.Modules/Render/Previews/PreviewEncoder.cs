using System.Diagnostics;
using System.Globalization;
using Hub.Modules.Render.Clips;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Previews;

/// <summary>Turns a clip into a small VP9 WebM that keeps the transparency; ffmpeg does the work.</summary>
internal sealed class PreviewEncoder(IOptions<PreviewOptions> options, TimeProvider clock)
{
    /// <param name="clip">A file, or the folder of a sequence.</param>
    /// <param name="framesPerSecond">Pace of a sequence, which has none of its own.</param>
    /// <param name="preview">File to write.</param>
    /// <exception cref="PreviewException">ffmpeg is missing, failed or took too long.</exception>
    public async Task EncodeAsync(string clip, int framesPerSecond, string preview)
    {
        var limit = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        using var patience = new CancellationTokenSource(limit, clock);
        using var ffmpeg = Start(clip, framesPerSecond, preview);
        try
        {
            var errors = await ffmpeg.StandardError.ReadToEndAsync(patience.Token);
            await ffmpeg.WaitForExitAsync(patience.Token);
            if (ffmpeg.ExitCode != 0)
            {
                throw new PreviewException($"ffmpeg could not make a preview of '{clip}': {errors.Trim()}");
            }
        }
        catch (OperationCanceledException exception)
        {
            ffmpeg.Kill(entireProcessTree: true);
            throw new PreviewException($"ffmpeg did not finish the preview of '{clip}' within {limit.TotalSeconds:0} s.", exception);
        }
    }

    private Process Start(string clip, int framesPerSecond, string preview)
    {
        string[] arguments =
        [
            "-nostdin", "-hide_banner", "-loglevel", "error", "-y",
            .. Directory.Exists(clip) ? ["-framerate", framesPerSecond.ToString(CultureInfo.InvariantCulture), "-i", FrameFiles.Pattern(clip)] : new[] { "-i", clip },
            "-vf", string.Create(CultureInfo.InvariantCulture, $"scale={options.Value.Width}:-2"),
            // The encoder refuses alpha together with alternate reference frames.
            "-c:v", "libvpx-vp9", "-pix_fmt", "yuva420p", "-auto-alt-ref", "0",
            "-crf", "34", "-b:v", "0", "-deadline", "realtime", "-cpu-used", "8", "-an",
            "-f", "webm", preview,
        ];
        try
        {
            return Process.Start(new ProcessStartInfo(options.Value.Ffmpeg, arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new PreviewException($"'{options.Value.Ffmpeg}' cannot be started: {exception.Message}. Install ffmpeg or set Render:Preview:Ffmpeg.", exception);
        }
    }
}
