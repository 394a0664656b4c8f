using System.Globalization;
using FluentAssertions;
using Hub.Adapters.Rendering.Lottie.Fonts;
using SkiaSharp;

namespace Hub.Tests.Adapters.Lottie;

internal sealed class GlyphChoiceTests
{
    private const int Width = 900;
    private const int Height = 80;
    private const int BaseLine = 60;
    private const float Size = 48;

    private LottieWorkbench _bench = null!;

    [OneTimeSetUp]
    public void OpenBench() => _bench = new LottieWorkbench();

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [TestCase("김A홍B 박지훈")]
    [TestCase("Константин Ελένη Łukasz Nguyễn")]
    [TestCase("AVATO'Туда")]
    public async Task Every_character_of_a_mixed_name_is_drawn_as_the_font_that_has_it_draws_it(string name)
    {
        var composition = new TestComposition(Width, Height, frames: 1).With(TestComposition.Text("Name", 10, BaseLine, Size));
        var clip = await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name", name)] });

        using var expected = DrawDirectly(name, left: 10);
        var (solid, missing, surplus) = (0, 0, 0);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                // Skia sets text on quarters of a pixel and smooths it a little darker than shapes: edges differ, letters do not.
                var (drawn, wanted) = (clip.Pixel(0, x, y).Alpha, expected.GetPixel(x, y).Alpha);
                if (wanted == 255) solid++;
                if (wanted == 255 && drawn < 128) missing++;
                if (wanted == 0 && drawn > 128) surplus++;
            }
        }

        solid.Should().BeGreaterThan(2000);
        (missing + surplus).Should().BeLessThan(solid / 20, "outlines drawn by Skia itself cover the same pixels");
    }

    [Test]
    public async Task Letters_are_kerned()
    {
        var composition = new TestComposition(Width, Height, frames: 1).With(TestComposition.Text("Name", 10, BaseLine, Size));
        var apart = (await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name", "V\u00A0A")] })).Ink(0);
        var together = (await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name", "VA")] })).Ink(0);

        var space = Face("Roboto").Shape(" ").Single().Advance * Size / FontFace.Size;
        (apart.Right - together.Right).Should().BeGreaterThan((int)space, "V and A move together by more than the space between them");
    }

    [Test]
    public async Task An_accent_typed_apart_looks_like_the_composed_letter()
    {
        var composition = new TestComposition(Width, Height, frames: 1).With(TestComposition.Text("Name", 10, BaseLine, Size));
        var composed = await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name", "Jos\u00E9 \uD64D")] });
        var apart = await _bench.RenderAsync(_bench.Clip(composition) with { Texts = [new("Name", "Jose\u0301 \u1112\u1169\u11BC")] });

        apart.Frame(0).SequenceEqual(composed.Frame(0)).Should().BeTrue();
    }

    [Test]
    public void However_many_glyphs_a_text_has_each_is_stood_for_by_a_letter_of_its_own()
    {
        var glyphs = new GlyphTable([], "hub-text", scaleX: 1);
        var face = Face("NanumGothic");

        var letters = Enumerable.Range(1, 1000).Select(glyph => glyphs.Add(new PlacedGlyph(face, (ushort)glyph, IsSpace: false, 90, 0, 0))).ToList();

        letters.Should().OnlyHaveUniqueItems();
        letters.Select(char.GetUnicodeCategory).Distinct().Should().BeSubsetOf(
            [UnicodeCategory.UppercaseLetter, UnicodeCategory.LowercaseLetter, UnicodeCategory.TitlecaseLetter, UnicodeCategory.OtherLetter, UnicodeCategory.PrivateUse],
            "a mark, a space or half of a surrogate pair does not stand alone");
    }

    /// <summary>The same text by SkiaSharp's own outlines: fonts chosen and placed in the plainest way.</summary>
    private SKBitmap DrawDirectly(string text, float left)
    {
        var bitmap = new SKBitmap(Width, Height);
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(SKColors.Transparent);
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true };
        var (latin, korean) = (Face("Roboto"), Face("NanumGothic"));
        // Runs of one font, so that kerning within them is the font's own.
        var runs = new List<(FontFace Face, string Text)>();
        foreach (var rune in text.EnumerateRunes())
        {
            var face = rune.Value >= 0xAC00 ? korean : latin;
            if (runs.Count > 0 && (runs[^1].Face == face || rune.Value == ' ')) runs[^1] = (runs[^1].Face, runs[^1].Text + rune);
            else runs.Add((face, rune.ToString()));
        }

        foreach (var glyph in runs.SelectMany(run => run.Face.Shape(run.Text)))
        {
            using var outline = glyph.Face.Outline(glyph.Glyph) ?? new SKPath();
            outline.Transform(SKMatrix.CreateScaleTranslation(Size / FontFace.Size, Size / FontFace.Size, left, BaseLine));
            canvas.DrawPath(outline, paint);
            left += (float)glyph.Advance * Size / FontFace.Size;
        }

        return bitmap;
    }

    private FontFace Face(string family) => _bench.Fonts.Open(family, FontStyle.Parse("Bold"), "test");
}
