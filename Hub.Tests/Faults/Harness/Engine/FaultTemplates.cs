using System.Diagnostics;

namespace Hub.Tests.Faults.Harness.Engine;

/// <summary>A template folder with the one template that <see cref="FaultCardEngine"/> draws, and the film that it makes of it.</summary>
internal static class FaultTemplates
{
    public const string Name = "Fault Card";

    public const string Engine = "fault-card";

    /// <summary>Environment variable with the path of a file; the next engine child that finds it takes it away and hangs before it is ready.</summary>
    public const string HangOnceVariable = "HUB_FAULTS_HANG_ONCE";

    public static string FilmBeside(string composition) => Path.Combine(Path.GetDirectoryName(composition)!, "film.mov");

    public static async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        var package = Directory.CreateDirectory(Path.Combine(folder, "fault-card")).FullName;
        var composition = Path.Combine(package, "composition.json");
        await File.WriteAllTextAsync(composition, """{ "layers": [{ "nm": "Do" }, { "nm": "Title" }] }""", cancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(package, "template.json"),
            """
            {
              "name": "Fault Card", "version": 1, "engine": "fault-card", "composition": "composition.json",
              "width": 64, "height": 36, "framesPerSecond": 30, "frames": 6,
              "fields": [
                { "name": "do", "layers": ["Do"], "required": true, "maxWidth": 60 },
                { "name": "title", "layers": ["Title"], "maxLength": 60, "maxWidth": 60 }
              ]
            }
            """,
            cancellationToken);

        string[] film = ["-v", "error", "-f", "lavfi", "-i", "testsrc=size=64x36:rate=30", "-frames:v", "6", "-c:v", "qtrle", "-y", FilmBeside(composition)];
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", film) { UseShellExecute = false, RedirectStandardInput = true })!;
        ffmpeg.StandardInput.Close();
        await ffmpeg.WaitForExitAsync(cancellationToken);
        if (ffmpeg.ExitCode != 0)
            throw new InvalidOperationException($"ffmpeg ended with code {ffmpeg.ExitCode} and made no film.");
    }
}
