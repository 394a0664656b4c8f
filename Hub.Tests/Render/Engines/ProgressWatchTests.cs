using FluentAssertions;
using Hub.Modules.Render.Engines;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Render.Engines;

internal sealed class ProgressWatchTests
{
    private readonly FakeTimeProvider _clock = new();

    [Test]
    public void A_slow_engine_has_the_whole_limit_for_each_frame()
    {
        var watch = Watch();
        for (var frame = 1; frame < 10; frame++)
        {
            _clock.Advance(TimeSpan.FromSeconds(9));
            watch.Left.Should().Be(TimeSpan.FromSeconds(1));
            watch.Report(frame, total: 10);
        }

        watch.Left.Should().Be(TimeSpan.FromSeconds(10));
    }

    [Test]
    public void Saying_the_same_again_is_no_progress()
    {
        var watch = Watch();
        watch.Report(3, total: 10);
        _clock.Advance(TimeSpan.FromSeconds(9));

        watch.Report(3, total: 10);
        watch.Report(2, total: 10);

        watch.Left.Should().Be(TimeSpan.FromSeconds(1));
        watch.Hung().Message.Should().Be("The engine reported no progress for 10 s, 3 frames done, and was killed.");
    }

    [TestCase(0.01, 0, 10.32, Description = "a clip of the usual kind")]
    [TestCase(0.01, 500_000_000, 20.32, Description = "half a gigabyte to flush")]
    [TestCase(1, 0, 42, Description = "a second for each frame that the encoder still holds")]
    public void After_the_last_frame_there_is_time_for_what_is_left_to_do(double secondsPerFrame, long bytes, double seconds)
    {
        var watch = Watch(bytes);
        for (var frame = 1; frame <= 10; frame++)
        {
            _clock.Advance(TimeSpan.FromSeconds(secondsPerFrame));
            watch.Report(frame, total: 10);
        }

        watch.Left.Should().BeCloseTo(TimeSpan.FromSeconds(seconds), TimeSpan.FromMilliseconds(1));
        watch.Hung().Message.Should().Contain("did not finish the file within");
    }

    [Test]
    public void Nothing_is_left_when_the_time_is_over()
    {
        var watch = Watch();

        _clock.Advance(TimeSpan.FromSeconds(11));

        watch.Left.Should().Be(TimeSpan.Zero);
    }

    private ProgressWatch Watch(long bytes = 0) => new(new EngineLimits(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10)), _clock, () => bytes);
}
