using FluentAssertions;
using TemplateDesigner;
using TemplateDesigner.Look;
using TemplateDesigner.Lottie;
using TemplateDesigner.Packaging;

namespace Hub.Tests.Render.Templates;

/// <summary>What docs/design/graphics.md promises of the shipped packages.</summary>
internal sealed class ShippedTemplateDesignTests
{
    private const double LeastContrast = 4.5;

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "templates");

    private static IEnumerable<TestCaseData<Colour, Paint>> Pairs()
    {
        foreach (var plate in (Paint[])[Palette.Header, Palette.Plate])
        {
            foreach (var text in (Colour[])[Palette.White, Palette.Silver, Palette.Gold]) yield return new(text, plate);
        }

        yield return new(Palette.White, Palette.RedFill);
    }

    [Test]
    public void The_packages_are_what_the_designer_writes()
    {
        var written = ShippedPackages.All
            .SelectMany(package => PackageFiles.Of(package).Select(file => (Path: Path.Combine(package.Folder, file.Key), file.Value)))
            .ToDictionary(file => file.Path, file => file.Value);

        Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Folder, file)).Should().BeEquivalentTo(written.Keys);
        written.Where(file => File.ReadAllText(Path.Combine(Folder, file.Key)) != file.Value).Select(file => file.Key)
            .Should().BeEmpty("the designer is their source: dotnet run --project docs/templates/designer -- Hub.Host/Templates");
    }

    [TestCaseSource(nameof(Pairs))]
    public void Text_stands_out_from_its_plate_over_any_video(Colour text, Paint plate)
    {
        foreach (var video in (Colour[])[Colour.Of("#000000"), Colour.Of("#FFFFFF")])
        {
            foreach (var ground in (Colour[])[plate.Top, plate.Bottom])
            {
                Contrast.Between(text, Contrast.Over(video, ground, plate.Opacity / 100)).Should().BeGreaterThan(LeastContrast);
            }
        }
    }

    [Test]
    public void What_changes_is_large_enough_for_a_phone_and_labels_nearly_so()
    {
        foreach (var text in ShippedPackages.All.SelectMany(package => package.Composition.AllLayers).OfType<TextLayer>())
        {
            var isLabel = text.Style.Font == Typeface.Labels && text.Style.Size <= TypeScale.Label.Size;
            (text.Style.CapHeight / Grid.Height).Should().BeGreaterThanOrEqualTo(isLabel ? 0.017 : 0.022, $"of '{text.Name}'");
        }
    }

    [Test]
    public void Live_text_has_a_box_to_keep_to()
        => ShippedPackages.All
            .SelectMany(package => package.Fields.Where(field => field.Kind == FieldKind.Text).Select(field => (package, Layer: field.Layer.Replace("{slot}", "1", StringComparison.Ordinal))))
            .Where(field => field.package.Composition.AllLayers.OfType<TextLayer>().Single(text => text.Name == field.Layer).MaxWidth is null)
            .Select(field => $"{field.package.Name}: {field.Layer}")
            .Should().Equal("Chip Flow: Bar 1");
}
