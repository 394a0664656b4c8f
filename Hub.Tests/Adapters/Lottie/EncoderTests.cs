using System.Runtime.Versioning;
using FluentAssertions;
using Hub.Contracts.Engine;
using Hub.Tests.Journeys;

namespace Hub.Tests.Adapters.Lottie;

[Platform("Linux,MacOsX", Reason = "Stands in for ffmpeg with shell scripts.")]
[UnsupportedOSPlatform("windows")]
internal sealed class EncoderTests
{
    private readonly DirectoryInfo _scripts = Directory.CreateTempSubdirectory("hub-ffmpeg-");

    [OneTimeTearDown]
    public void DeleteScripts() => _scripts.Delete(recursive: true);

    [Test]
    public async Task Cancelling_ends_ffmpeg_at_once()
    {
        using var bench = new LottieWorkbench();
        using var cancellation = new CancellationTokenSource();
        var clip = bench.Clip(new TestComposition(1280, 720, frames: 9000).With(TestComposition.Rectangle("Plate", 0, 0, 1280, 720)));

        var render = () => bench.Engine.RenderAsync(clip, new CancelAtFirstReport(cancellation), cancellation.Token);
        await render.Should().ThrowAsync<OperationCanceledException>();

        LeftBehind.IsAnybodyAt(clip.OutputFile).Should().BeFalse("a killed encoder is waited for");
    }

    [Test]
    public async Task An_encoder_that_takes_no_frames_is_killed_and_the_job_may_be_tried_again()
    {
        using var bench = With("exec tail -f \"$0\"", ("Ffmpeg:StallSeconds", "1"));

        var error = await bench.FailAsync(Long(bench));

        error.IsFinal.Should().BeFalse();
        error.Message.Should().Contain("took no frame for 1 s");
        LeftBehind.IsAnybodyAt(_scripts.FullName).Should().BeFalse();
    }

    [TestCase("No space left on device", false, true)]
    [TestCase("Read-only file system", false, true)]
    [TestCase("Input/output error", false, false)]
    [TestCase("Unknown encoder 'qtrle'", true, false)]
    public async Task What_ffmpeg_complains_about_decides_whether_to_try_again_and_whose_fault_it_is(string complaint, bool isFinal, bool isOutputFault)
    {
        using var bench = With($"echo \"{complaint}\" >&2; exit 1");

        var error = await bench.FailAsync(Long(bench));

        (error.IsFinal, error.IsOutputFault).Should().Be((isFinal, isOutputFault));
        error.Message.Should().Contain(complaint).And.Contain("code 1");
    }

    [Test]
    public async Task A_file_with_too_few_frames_is_not_taken_for_a_clip()
    {
        using var bench = With("cat >/dev/null; echo frame=12; echo progress=end");

        var error = await bench.FailAsync(Long(bench));

        error.IsFinal.Should().BeFalse();
        error.Message.Should().Contain("12 of 60 frames");
    }

    [Test]
    public async Task Without_ffmpeg_the_setting_to_mend_is_named()
    {
        using var bench = new LottieWorkbench(("Ffmpeg:Path", "no-such-ffmpeg"));

        var error = await bench.FailAsync(Long(bench));

        error.IsFinal.Should().BeTrue();
        error.Message.Should().Contain("no-such-ffmpeg").And.Contain("Ffmpeg:Path");
    }

    private static RenderClip Long(LottieWorkbench bench)
        => bench.Clip(new TestComposition(640, 360, frames: 60).With(TestComposition.Rectangle("Plate", 0, 0, 640, 360)));

    private LottieWorkbench With(string script, params (string Key, string Value)[] settings)
    {
        var file = Path.Combine(_scripts.FullName, $"ffmpeg-{Guid.NewGuid():N}");
        File.WriteAllText(file, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new LottieWorkbench([("Ffmpeg:Path", file), .. settings]);
    }

    private sealed class CancelAtFirstReport(CancellationTokenSource cancellation) : IProgress<(int Done, int Total)>
    {
        public void Report((int Done, int Total) value) => cancellation.Cancel();
    }
}
