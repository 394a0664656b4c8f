using System.Diagnostics;
using FluentAssertions;
using Hub.Contracts.Engine;
using Hub.Modules.Render;
using Hub.Modules.Render.Engines;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static FluentAssertions.FluentActions;

namespace Hub.Tests.Render.Engines;

internal sealed class EnginePoolTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private string _folder = null!;
    private EnginePool _pool = null!;

    [SetUp]
    public void CreatePool()
    {
        _folder = Directory.CreateTempSubdirectory("hub-engines-").FullName;
        _pool = Pool(TestEngineProgram.Command);
    }

    [TearDown]
    public async Task DisposePoolAsync()
    {
        await _pool.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task A_warm_child_renders_clip_after_clip_and_reports_progress()
    {
        var reports = new List<(int, int)>();

        var clip = await _pool.RenderAsync("test-card", Clip("succeed"), Limit, (done, total) => reports.Add((done, total)), CancellationToken.None);
        var next = await RenderAsync("count");

        clip.Frames.Should().Be(10);
        reports.Should().Equal((0, 10), (10, 10));
        next.Frames.Should().Be(2, "the child that made the first is still warm");
    }

    [Test]
    public async Task Two_clips_are_rendered_at_once()
    {
        var file = Path.Combine(_folder, "go");
        var atWork = new System.Collections.Concurrent.ConcurrentDictionary<int, bool>();
        var clips = Enumerable.Range(1, 2).Select(slot => _pool.RenderAsync("test-card", Clip($"wait-for {file}"), Limit, (done, _) => atWork.TryAdd(slot, done > 0), CancellationToken.None)).ToList();

        await Eventually.BecomesTrueAsync("both are at work", () => Task.FromResult(atWork.Count == 2));
        clips.Should().NotContain(clip => clip.IsCompleted, "neither has waited for the other");
        await File.WriteAllTextAsync(file, "");
        await Task.WhenAll(clips);
    }

    [Test]
    public async Task A_picture_is_drawn_by_a_warm_child_like_a_clip()
    {
        var clip = Clip("succeed");

        await _pool.DrawStillAsync("test-card", clip, TimeSpan.FromSeconds(10), CancellationToken.None);

        (await File.ReadAllTextAsync(clip.OutputFile)).Should().Be("640 x 360: succeed");
    }

    [Test]
    public async Task Noise_on_its_output_does_not_disturb_the_conversation()
        => (await RenderAsync("babble")).Frames.Should().Be(10);

    [Test]
    public async Task A_plain_failure_is_told_with_its_kind()
    {
        (await Awaiting(() => RenderAsync("fail")).Should().ThrowAsync<RenderEngineException>()).Which.IsFinal.Should().BeFalse();
        (await Awaiting(() => RenderAsync("fail-for-good")).Should().ThrowAsync<RenderEngineException>()).Which.IsFinal.Should().BeTrue();
    }

    [TestCase("fail", false, Description = "the trouble may be the child's")]
    [TestCase("fail-for-good", true, Description = "the trouble is the job's")]
    public async Task A_child_is_kept_after_a_final_failure_only(string order, bool isKept)
    {
        await Awaiting(() => RenderAsync(order)).Should().ThrowAsync<RenderEngineException>();

        (await RenderAsync("count")).Frames.Should().Be(isKept ? 2 : 1, "each child counts its own clips");
    }

    [TestCase(0, true)]
    [TestCase(300, false, Description = "the limit is 256 MB")]
    public async Task A_child_that_has_grown_too_far_finishes_its_clip_and_is_replaced_before_the_next(int megabytes, bool isKept)
    {
        (await RenderAsync($"grow {megabytes}")).Frames.Should().Be(1);

        (await RenderAsync("count")).Frames.Should().Be(isKept ? 2 : 1, "each child counts its own clips");
    }

    [Test]
    public async Task A_crash_costs_one_clip_and_its_last_words_are_told()
    {
        await Awaiting(() => RenderAsync("crash")).Should().ThrowAsync<EngineEndedException>().WithMessage("*the test card crashes*");

        (await RenderAsync("succeed")).Frames.Should().Be(10);
    }

    [Test]
    public async Task A_hung_child_is_killed_with_everything_it_started()
    {
        var file = Path.Combine(_folder, "child-id");

        await Awaiting(() => RenderAsync($"hang-with-child {file}")).Should().ThrowAsync<TimeoutException>().WithMessage("*no progress for 5 s*");

        var child = int.Parse(await File.ReadAllTextAsync(file), System.Globalization.CultureInfo.InvariantCulture);
        await Eventually.BecomesTrueAsync($"process {child} is gone", () => Task.FromResult(!IsRunning(child)));
        (await RenderAsync("succeed")).Frames.Should().Be(10);
    }

    [Test]
    public async Task A_cancelled_render_kills_its_child()
    {
        var file = Path.Combine(_folder, "child-id");
        using var cancellation = new CancellationTokenSource();
        var rendering = _pool.RenderAsync("test-card", Clip($"hang-with-child {file}"), Limit, (_, _) => { }, cancellation.Token);
        await Eventually.BecomesTrueAsync("the child is at work", () => Task.FromResult(File.Exists(file) && new FileInfo(file).Length > 0));

        await cancellation.CancelAsync();

        await Awaiting(() => rendering).Should().ThrowAsync<OperationCanceledException>();
        var child = int.Parse(await File.ReadAllTextAsync(file), System.Globalization.CultureInfo.InvariantCulture);
        await Eventually.BecomesTrueAsync($"process {child} is gone", () => Task.FromResult(!IsRunning(child)));
    }

    [Test]
    public async Task A_child_ends_when_its_worker_is_gone()
    {
        var start = new ProcessStartInfo(TestEngineProgram.Command[0], TestEngineProgram.Command.Skip(1)) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        using var child = Process.Start(start)!;
        while (await child.StandardOutput.ReadLineAsync() is not { } line || !line.Contains("ready", StringComparison.Ordinal))
        {
        }

        await child.StandardInput.WriteAsync(EngineProtocol.Write(new RenderJob(1, "test-card", Clip("hang"))));
        await child.StandardInput.FlushAsync();

        child.StandardInput.Close();

        await child.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Test]
    public async Task An_unknown_engine_is_a_final_error_that_names_those_there_are()
    {
        var error = await Awaiting(() => _pool.RenderAsync("nexrender", Clip("succeed"), Limit, (_, _) => { }, CancellationToken.None)).Should().ThrowAsync<RenderEngineException>();

        error.Which.IsFinal.Should().BeTrue();
        error.Which.Message.Should().Be("There is no engine 'nexrender'; there are: test-card.");
    }

    [Test]
    public async Task A_program_that_is_no_engine_is_reported_with_its_last_words()
    {
        await using var pool = Pool(["ls", "/no/such/folder"]);

        await Awaiting(() => pool.RenderAsync("test-card", Clip("succeed"), Limit, (_, _) => { }, CancellationToken.None))
            .Should().ThrowAsync<EngineEndedException>().WithMessage("*/no/such/folder*");
    }

    [Test]
    public async Task An_engine_that_does_not_read_its_order_is_killed_like_any_that_hangs()
    {
        await using var pool = Pool(["sh", "-c", $"echo '{EngineProtocol.Write(new EngineReady(EngineProtocol.Version, ["test-card"])).Trim()}'; exec sleep 600"]);
        // More than a pipe holds.
        var clip = Clip(new string('x', 1 << 20));

        await Awaiting(() => pool.RenderAsync("test-card", clip, Limit, (_, _) => { }, CancellationToken.None)).Should().ThrowAsync<TimeoutException>().WithMessage("*no progress for 5 s*");
    }

    [Test]
    public async Task An_engine_that_never_is_ready_is_killed_whatever_it_prints()
    {
        await using var pool = Pool(["sh", "-c", "while :; do echo loading; sleep 0.1; done"], startSeconds: 2);

        (await Awaiting(() => pool.RenderAsync("test-card", Clip("succeed"), Limit, (_, _) => { }, CancellationToken.None)).Should().ThrowAsync<RenderEngineException>())
            .WithMessage("*it was not ready within 2 s*").Which.IsFinal.Should().BeFalse();
    }

    private static bool IsRunning(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static EnginePool Pool(IReadOnlyList<string> command, int startSeconds = 30)
    {
        var options = Options.Create(new RenderOptions { EngineCommand = command, EngineStartSeconds = startSeconds, StallSeconds = 5, EngineMegabytes = 256 });
        return new EnginePool(new EngineCommand(options), options, TimeProvider.System, NullLogger<EnginePool>.Instance);
    }

    private Task<RenderedClip> RenderAsync(string order) => _pool.RenderAsync("test-card", Clip(order), Limit, (_, _) => { }, CancellationToken.None);

    private RenderClip Clip(string order) => new()
    {
        CompositionFile = Path.Combine(_folder, "composition.json"),
        Texts = [new LayerText("Do", order)],
        HiddenLayers = [],
        Format = ClipFormat.MovAlpha,
        Width = 640,
        Height = 360,
        FramesPerSecond = 30,
        OutputFile = Path.Combine(_folder, $"{Guid.NewGuid():N}.mov"),
    };
}
