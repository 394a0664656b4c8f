using FluentAssertions;
using Hub.Adapters.Rendering.Lottie.Composition;
using Hub.Contracts.Engine;

namespace Hub.Tests.Adapters.Lottie;

internal sealed class HoldTests
{
    private static readonly Timeline TenFrames = new(30, 10, new Hold(Start: 3, Length: 4), PosterMark: null);

    private static RenderClip Clip(int? frames, int framesPerSecond = 30) => new()
    {
        CompositionFile = "/c.json",
        Texts = [],
        HiddenLayers = [],
        Format = ClipFormat.MovAlpha,
        Width = 16,
        Height = 16,
        FramesPerSecond = framesPerSecond,
        DurationFrames = frames,
        OutputFile = "/c.mov",
    };

    [Test]
    public void A_composition_of_its_own_length_plays_straight_through()
        => TenFrames.FramesOf(Clip(null)).Should().Equal(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);

    [Test]
    public void A_longer_clip_stands_still_longer_and_still_leaves()
        => TenFrames.FramesOf(Clip(13)).Should().Equal(0, 1, 2, 3, 4, 5, 6, 7, 7, 7, 7, 8, 9);

    [Test]
    public void A_shorter_clip_stands_still_for_less_time_and_still_leaves()
        => TenFrames.FramesOf(Clip(8)).Should().Equal(0, 1, 2, 3, 4, 7, 8, 9);

    [Test]
    public void A_clip_too_short_for_both_ways_skips_what_does_not_fit_in_the_middle()
        => TenFrames.FramesOf(Clip(5)).Should().Equal(0, 1, 2, 3, 9);

    [Test]
    public void Without_a_hold_a_longer_clip_stays_on_its_last_frame_and_a_shorter_one_is_cut()
    {
        var plain = TenFrames with { Hold = null };

        plain.FramesOf(Clip(12)).Should().EndWith([8.0, 9, 9, 9]);
        plain.FramesOf(Clip(3)).Should().Equal(0, 1, 2);
    }

    [Test]
    public void Another_rate_falls_between_the_frames()
        => TenFrames.FramesOf(Clip(null, framesPerSecond: 60)).Should().HaveCount(20).And.StartWith([0, 0.5, 1]);
}
