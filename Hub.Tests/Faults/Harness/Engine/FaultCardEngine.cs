using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Hub.Contracts.Engine;
using Hub.Modules.Render;

namespace Hub.Tests.Faults.Harness.Engine;

/// <summary>
/// Draws nothing and does as the text of the layer "Do" says. Its clips are whole, decodable films of a few frames: the same bytes each
/// time, written in two halves, so that a clip which was given its name too early shows.
/// </summary>
internal sealed class FaultCardEngine : IRenderEngine
{
    private const int Frames = 6;
    private const int LooksPerFrame = 20;

    public string Name => FaultTemplates.Engine;

    /// <summary>The body of an engine child: serves this engine, unless it is told to hang before it is ready.</summary>
    public static async Task ServeAsync(CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        if (Environment.GetEnvironmentVariable(FaultTemplates.HangOnceVariable) is { } mark && File.Exists(mark))
        {
            File.Move(mark, mark + Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
        }

        await RenderModule.RunEngineHostAsync([new FaultCardEngine()], input, output, cancellationToken);
    }

    public async Task<RenderedClip> RenderAsync(RenderClip clip, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
    {
        var order = (clip.Texts.FirstOrDefault(text => text.Layer == "Do")?.Text ?? "").Split(' ');
        var film = await File.ReadAllBytesAsync(FaultTemplates.FilmBeside(clip.CompositionFile), cancellationToken);
        await using var file = new FileStream(clip.OutputFile, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous);
        await file.WriteAsync(film.AsMemory(0, film.Length / 2), cancellationToken);
        progress.Report((0, Frames));
        switch (order)
        {
            case ["take", var milliseconds]:
                await TakeAsync(TimeSpan.FromMilliseconds(int.Parse(milliseconds, CultureInfo.InvariantCulture)), progress, cancellationToken);
                break;
            case ["wait-for", var gate]:
                await WaitForAsync(gate, progress, cancellationToken);
                break;
            case ["crash"]:
                Environment.FailFast("the fault card crashes");
                break;
            case ["crash-until", var gate] when !File.Exists(gate):
                Environment.FailFast("the fault card crashes for now");
                break;
            case ["hang", "midway", var mark]:
                await HangAsync(mark);
                break;
            case ["hang", "stubborn", var mark]:
                await HangStubbornlyAsync(mark);
                break;
        }

        await file.WriteAsync(film.AsMemory(film.Length / 2), cancellationToken);
        file.Flush(flushToDisk: true);
        progress.Report((Frames, Frames));
        if (order is ["hang", "after", var late])
            await HangAsync(late);
        return new RenderedClip(Frames);
    }

    public Task DrawStillAsync(RenderClip clip, CancellationToken cancellationToken) => throw new RenderEngineException("The fault card draws no posters.", isFinal: true);

    private static async Task TakeAsync(TimeSpan time, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
    {
        for (var frame = 1; frame < Frames; frame++)
        {
            await Task.Delay(time / Frames, cancellationToken);
            progress.Report((frame, Frames));
        }
    }

    private static async Task WaitForAsync(string gate, IProgress<(int Done, int Total)> progress, CancellationToken cancellationToken)
    {
        // Slow, but never without a frame for long: else it would count as hanging.
        for (var look = 1; !File.Exists(gate); look++)
        {
            await Task.Delay(50, cancellationToken);
            if (look % LooksPerFrame == 0)
                progress.Report((look / LooksPerFrame, int.MaxValue));
        }
    }

    /// <summary>Once: whoever tries again finds the mark and goes on.</summary>
    private static Task HangAsync(string mark) => TryMark(mark, Environment.ProcessId) ? Task.Delay(Timeout.Infinite, CancellationToken.None) : Task.CompletedTask;

    /// <summary>With a child, and both deaf to SIGTERM.</summary>
    private static async Task HangStubbornlyAsync(string mark)
    {
        using var deaf = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        if (File.Exists(mark))
            return;
        using var sleeper = Process.Start("sh", ["-c", "trap '' TERM; while :; do sleep 1; done"]);
        TryMark(mark, Environment.ProcessId, sleeper.Id);
        await Task.Delay(Timeout.Infinite, CancellationToken.None);
    }

    private static bool TryMark(string mark, params IEnumerable<int> processes)
    {
        if (File.Exists(mark))
            return false;
        File.WriteAllLines(mark, processes.Select(process => process.ToString(CultureInfo.InvariantCulture)));
        return true;
    }
}
