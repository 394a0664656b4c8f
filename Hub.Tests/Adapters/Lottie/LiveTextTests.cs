using FluentAssertions;

namespace Hub.Tests.Adapters.Lottie;

internal sealed class LiveTextTests
{
    private LottieWorkbench _bench = null!;

    [OneTimeSetUp]
    public void OpenBench() => _bench = new LottieWorkbench();

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [Test]
    public async Task New_text_changes_pixels_only_where_its_layer_is()
    {
        var composition = new TestComposition(400, 120, frames: 1)
            .With(TestComposition.Text("Name 1", 10, 45))
            .With(TestComposition.Text("Name 2", 10, 105));

        var before = await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name 1", "Ada"), new("Name 2", "Bob")] });
        var after = await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name 1", "Ada"), new("Name 2", "Eve")] });

        var changed = after.Difference(before, frame: 0);
        changed.Top.Should().BeGreaterThan(60);
        changed.Bottom.Should().BeInRange(100, 106);
        changed.Right.Should().BeLessThan(150);
    }

    [Test]
    public async Task Text_inside_a_precomp_is_found()
    {
        var composition = new TestComposition(200, 60, frames: 1).WithPrecomp("Row 1", TestComposition.Text("Name 1", 10, 45));
        var clip = await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name 1", "I")] });

        clip.Ink(0).Right.Should().BeInRange(12, 30, "one narrow letter stands at the left");
    }

    [Test]
    public async Task Empty_text_hides_its_layer()
    {
        var composition = new TestComposition(200, 60, frames: 1).With(TestComposition.Text("Flag", 10, 45));
        var clip = await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Flag", "")] });

        clip.Ink(0).Right.Should().Be(-1);
    }

    [Test]
    public async Task Text_that_stays_as_designed_is_drawn_without_any_font_manager()
    {
        var clip = await _bench.RenderAsync(_bench.Clip(new TestComposition(200, 60, frames: 1).With(TestComposition.Text("Title", 10, 45, text: "CHIPS"))));

        clip.Ink(0).Right.Should().BeGreaterThan(80);
    }

    [TestCase(0, 100, TestName = "Left_aligned_text_grows_to_the_right")]
    [TestCase(1, 300, TestName = "Right_aligned_text_grows_to_the_left")]
    [TestCase(2, 200, TestName = "Centred_text_grows_to_both_sides")]
    public async Task Alignment_holds_whether_condensed_or_not(int align, int x)
    {
        var composition = new TestComposition(400, 60, frames: 1).With(TestComposition.Text("Name", x, 45, align: align));

        var free = (await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name", "HHHHHH")] })).Ink(0);
        var tight = (await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name", "HHHHHH", MaxWidth: 120)] })).Ink(0);

        foreach (var ink in new[] { free, tight })
        {
            var anchor = align switch { 0 => ink.Left, 1 => ink.Right + 1, _ => (ink.Left + ink.Right + 1) / 2.0 };
            anchor.Should().BeApproximately(x, 4, "letters have a little space at their sides");
        }

        (free.Right - free.Left).Should().BeGreaterThan(140);
        (tight.Right - tight.Left).Should().BeInRange(108, 120);
        (tight.Bottom - tight.Top).Should().Be(free.Bottom - free.Top, "text is condensed, not made smaller");
    }

    [Test]
    public async Task Text_that_just_fits_is_left_alone()
    {
        var composition = new TestComposition(400, 60, frames: 1).With(TestComposition.Text("Name", 10, 45));

        var free = await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name", "HHH")] });
        var limited = await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name", "HHH", MaxWidth: 300)] });

        limited.Frame(0).SequenceEqual(free.Frame(0)).Should().BeTrue();
    }

    [Test]
    public async Task Tracking_widens_text_and_counts_when_it_must_fit()
    {
        var composition = new TestComposition(400, 60, frames: 1)
            .With(TestComposition.Text("Name", 10, 45, tracking: 500));

        var ink = (await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name", "HHH")] })).Ink(0);
        var error = await _bench.FailAsync(_bench.Clip(composition) with { Texts = [new("Name", "HHH", MaxWidth: 70)] });

        (ink.Right - ink.Left).Should().BeInRange(115, 130, "three letters of 28 and two spaces of 20 pixels");
        error.Message.Should().Contain("145 pixels wide");
    }

    [Test]
    public async Task A_line_break_in_data_becomes_a_space()
    {
        var composition = new TestComposition(200, 60, frames: 1).With(TestComposition.Text("Name", 10, 45));

        var broken = await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name", "A\r\nB")] });
        var spaced = await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name", "A B")] });

        broken.Frame(0).SequenceEqual(spaced.Frame(0)).Should().BeTrue();
    }
}
