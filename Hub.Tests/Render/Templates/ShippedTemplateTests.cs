using FluentAssertions;
using Hub.Contracts.Engine;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Templates;

namespace Hub.Tests.Render.Templates;

internal sealed class ShippedTemplateTests
{
    private static readonly string[] Packages = Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "templates"));

    [TestCaseSource(nameof(Packages))]
    public void Every_shipped_package_fits_its_composition(string package)
        => TemplatePackageReader.Read(package).FieldKeys.Should().NotBeEmpty();

    [Test]
    public void An_empty_field_takes_what_goes_with_it_out_of_the_picture()
    {
        var name = TemplatePackageReader.Read(Packages.Single(p => Path.GetFileName(p) == "name"));

        Hidden(name, chips: "1,620,000").Should().NotContain("Chips Panel");
        Hidden(name, chips: "").Should().Contain("Chips Panel");
    }

    private static IReadOnlyList<string> Hidden(RenderTemplate template, string chips)
        => template.Resolve(
            new Dictionary<string, string> { ["player_name"] = "REN NAKAGOME", ["chips"] = chips }, new OutputSettings(ClipFormat.MovAlpha), "/tmp/clip.mov").HiddenLayers;
}
