using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Previews;

/// <summary>Turns a clip into a small VP9 WebM that keeps the transparency; ffmpeg does the work.</summary>
internal sealed class PreviewEncoder(IOptions<PreviewOptions> options, TimeProvider clock)
{
    /// <exception cref="PreviewException">ffmpeg is missing, failed or took too long.</exception>
    public async Task EncodeAsync(string clip, string preview)
    {
        var limit = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        using var patience = new CancellationTokenSource(limit, clock);
        using var ffmpeg = Start(clip, preview);
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

    private Process Start(string clip, string preview)
    {
        string[] arguments =
        [
            "-nostdin", "-hide_banner", "-loglevel", "error", "-y",
            "-i", clip,
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
