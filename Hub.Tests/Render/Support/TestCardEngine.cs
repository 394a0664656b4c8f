using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Hub.Contracts.Engine;

namespace Hub.Tests.Render.Support;

/// <summary>An engine that does as the text of the layer "Do" says. Its clips are small text files.</summary>
internal sealed class TestCardEngine : IRenderEngine
{
    public const string EngineName = "test-card";

    private int _clips;

    public string Name => EngineName;

    public async Task<RenderedClip> RenderAsync(RenderClip clip, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
    {
        var order = clip.Texts.FirstOrDefault(text => text.Layer == "Do")?.Text ?? "";
        await WriteAsync(clip, cancellationToken);
        var frames = clip.DurationFrames ?? 10;
        _clips++;
        progress.Report((0, frames));
        switch (order.Split(' '))
        {
            case ["fail"]:
                throw new RenderEngineException("the test card fails", isFinal: false);
            case ["fail-for-good"]:
                throw new RenderEngineException("the test card fails for good", isFinal: true);
            case ["fail-with-nul"]:
                throw new RenderEngineException("the test card prints \0 and fails", isFinal: true);
            case ["count"]:
                frames = _clips;
                break;
            case ["grow", var megabytes]:
                Grow(int.Parse(megabytes, CultureInfo.InvariantCulture));
                frames = _clips;
                break;
            case ["fail-until", var file]:
                if (!File.Exists(file))
                    throw new RenderEngineException("the test card fails for now", isFinal: false);
                break;
            case ["crash"]:
                await Console.Error.WriteLineAsync("the test card crashes");
                Environment.FailFast("the test card crashes");
                break;
            case ["hang"]:
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
                break;
            case ["hang-once", var way, var file] when !File.Exists(file):
                await Hanging.HangAsync(way, file, frames, progress);
                break;
            case ["hang-with-child", var file]:
                using (var sleeper = Process.Start("sleep", "600"))
                {
                    await File.WriteAllTextAsync(file, sleeper.Id.ToString(CultureInfo.InvariantCulture), CancellationToken.None);
                    await Task.Delay(Timeout.Infinite, CancellationToken.None);
                }

                break;
            case ["write", var megabytes]:
                WriteOut(clip.OutputFile, int.Parse(megabytes, CultureInfo.InvariantCulture), progress);
                break;
            case ["take", var milliseconds]:
                var end = Stopwatch.StartNew();
                for (var frame = 1; end.ElapsedMilliseconds < int.Parse(milliseconds, CultureInfo.InvariantCulture); frame++)
                {
                    await DrawSlowlyAsync(frame, progress, cancellationToken);
                }

                break;
            case ["wait-for", var file]:
                for (var frame = 1; !File.Exists(file); frame++)
                {
                    await DrawSlowlyAsync(frame, progress, cancellationToken);
                }

                break;
            case ["fail-for-good-after", var file]:
                for (var frame = 1; !File.Exists(file); frame++)
                {
                    await DrawSlowlyAsync(frame, progress, cancellationToken);
                }

                throw new RenderEngineException("the test card fails for good", isFinal: true);
            case ["babble"]:
                await using (var noise = Console.OpenStandardOutput())
                {
                    await noise.WriteAsync("native noise without a line break"u8.ToArray(), cancellationToken);
                }

                break;
        }

        progress.Report((frames, frames));
        return new RenderedClip(frames);
    }

    public async Task DrawStillAsync(RenderClip clip, CancellationToken cancellationToken)
    {
        switch (clip.Texts.FirstOrDefault(text => text.Layer == "Do")?.Text)
        {
            case "fail-for-good":
                throw new RenderEngineException("the test card fails for good", isFinal: true);
            case "crash":
                Environment.FailFast("the test card crashes");
                break;
        }

        await File.WriteAllTextAsync(clip.OutputFile, string.Create(CultureInfo.InvariantCulture, $"{clip.Width} x {clip.Height}: {string.Join(' ', clip.Texts.Select(text => text.Text))}"), cancellationToken);
    }

    /// <summary>As an encoder: bit by bit, so that the disk can fill up in the middle.</summary>
    private static void WriteOut(string file, int megabytes, IProgress<(int Done, int Total)> progress)
    {
        try
        {
            using var clip = new FileStream(file, FileMode.Append, FileAccess.Write, FileShare.Read, 1);
            for (var megabyte = 1; megabyte <= megabytes; megabyte++)
            {
                clip.Write(new byte[1 << 20]);
                progress.Report((megabyte, megabytes + 1));
            }
        }
        catch (IOException exception)
        {
            throw new RenderEngineException($"'{file}' cannot be written: {exception.Message}", isFinal: false, exception) { IsOutputFault = true };
        }
    }

    /// <summary>One frame of a clip that has no end yet.</summary>
    private static async Task DrawSlowlyAsync(int frame, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
    {
        await Task.Delay(10, cancellationToken);
        progress.Report((frame, int.MaxValue));
    }

    /// <summary>Keeps memory that no garbage collection gives back, as a native library would.</summary>
    private static unsafe void Grow(int megabytes)
    {
        var bytes = (nuint)megabytes << 20;
        // Only what is written to counts.
        NativeMemory.Fill(NativeMemory.Alloc(bytes), bytes, 1);
    }

    private static async Task WriteAsync(RenderClip clip, CancellationToken cancellationToken)
    {
        var content = string.Join('\n', clip.Texts.Select(text => text.Text));
        if (clip.Format != ClipFormat.PngSequence)
        {
            await File.WriteAllTextAsync(clip.OutputFile, content, cancellationToken);
            return;
        }

        var name = Path.GetFileName(Directory.CreateDirectory(clip.OutputFile).FullName).Split('.')[0];
        foreach (var frame in Enumerable.Range(0, clip.DurationFrames ?? 10))
        {
            await File.WriteAllTextAsync(Path.Combine(clip.OutputFile, $"{name}_{frame:00000}.png"), content, cancellationToken);
        }
    }
}
