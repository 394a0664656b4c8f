using System.Diagnostics;
using FluentAssertions;
using Hub.Modules.Render;
using Hub.Modules.Render.Engines;
using Hub.Tests.Adapters.Lottie.Packages;
using Microsoft.Extensions.Options;

namespace Hub.Tests.Adapters.Lottie;

/// <summary>What a warm engine child keeps of the pictures it has drawn, seen from outside.</summary>
internal sealed class EngineMemoryTests
{
    private const string OneText = "hand-for-hand";
    private const string ManyTexts = "feature-table-leaderboard";
    private const long Megabyte = 1 << 20;

    private PackageStills _stills = null!;
    private EngineProcess _child = null!;

    [SetUp]
    public async Task StartChildAsync()
    {
        _stills = new PackageStills();
        var command = new EngineCommand(Options.Create(new RenderOptions { EngineCommand = LottieEngineProgram.Command }));
        _child = await EngineProcess.StartAsync(command, TimeProvider.System, CancellationToken.None);
    }

    [TearDown]
    public async Task EndChildAsync()
    {
        await _child.DisposeAsync();
        _stills.Dispose();
    }

    [Test]
    public async Task Picture_after_picture_leaves_nothing_behind()
    {
        await DrawAsync(ManyTexts, times: 15);
        var warm = Child().WorkingSet64;

        await DrawAsync(ManyTexts, times: 60);

        // What was kept of each was some 3 MB a text: more than a hundred times this. The runtime's own heap comes and goes by some 20 MB.
        (Child().WorkingSet64 - warm).Should().BeLessThan(40 * Megabyte);
    }

    [Test]
    public async Task A_picture_with_many_texts_takes_little_more_memory_than_one_with_one_text()
    {
        await DrawAsync(OneText, times: 5);
        var before = Child().PeakWorkingSet64;

        await DrawAsync(ManyTexts, times: 1);

        (Child().PeakWorkingSet64 - before).Should().BeLessThan(30 * Megabyte);
    }

    private async Task DrawAsync(string package, int times)
    {
        var clip = _stills.Clip(package, PackageCase.Longest);
        for (var i = 0; i < times; i++)
        {
            await _child.DrawStillAsync("lottie", clip, TimeSpan.FromSeconds(30), CancellationToken.None);
        }
    }

    private Process Child()
    {
        var child = Process.GetProcessById(_child.ProcessId);
        TestContext.Out.WriteLine($"{child.WorkingSet64 / Megabyte} MB, at most {child.PeakWorkingSet64 / Megabyte} MB");
        return child;
    }
}
