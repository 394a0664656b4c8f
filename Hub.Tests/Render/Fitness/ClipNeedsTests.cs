using FluentAssertions;
using Hub.Contracts.Engine;
using Hub.Modules.Render.Fitness;

namespace Hub.Tests.Render.Fitness;

internal sealed class ClipNeedsTests
{
    private const long Megabyte = 1 << 20;

    [TestCase(ClipFormat.MovAlpha, 10, 150)]
    [TestCase(ClipFormat.ProRes4444, 56, 300)]
    [TestCase(ClipFormat.PngSequence, 25, 150)]
    [TestCase(ClipFormat.Mp4, 1, 50)]
    public void A_five_second_clip_is_guessed_larger_than_it_is_and_not_out_of_all_proportion(ClipFormat format, long measured, long most)
        => (ClipNeeds.Of(Clip(format, 1920, 1080, 150)).DiskBytes / Megabyte).Should().BeInRange(measured, most);

    [Test]
    public void A_minute_in_the_largest_format_counts_in_tens_of_gigabytes_and_does_not_overflow()
    {
        var needs = ClipNeeds.Of(Clip(ClipFormat.ProRes4444, 8192, 8192, 108_000));

        (needs.DiskBytes / Megabyte).Should().BeGreaterThan(2_000_000);
        (needs.MemoryBytes / Megabyte).Should().Be(3969);
    }

    [Test]
    public void The_memory_of_a_clip_of_the_usual_size_is_what_the_reserve_is_for()
        => ClipNeeds.Of(Clip(ClipFormat.MovAlpha, 1920, 1080, 150)).MemoryBytes.Should().Be(0);

    [Test]
    public void Twice_the_frames_take_twice_the_room_and_no_more_memory()
    {
        var (one, two) = (ClipNeeds.Of(Clip(ClipFormat.MovAlpha, 1920, 1080, 3000)), ClipNeeds.Of(Clip(ClipFormat.MovAlpha, 1920, 1080, 6000)));

        (two.DiskBytes - Megabyte).Should().Be(2 * (one.DiskBytes - Megabyte));
        two.MemoryBytes.Should().Be(one.MemoryBytes);
    }

    private static RenderClip Clip(ClipFormat format, int width, int height, int frames) => new()
    {
        CompositionFile = "",
        Texts = [],
        HiddenLayers = [],
        Format = format,
        Width = width,
        Height = height,
        FramesPerSecond = 30,
        DurationFrames = frames,
        OutputFile = "",
    };
}
