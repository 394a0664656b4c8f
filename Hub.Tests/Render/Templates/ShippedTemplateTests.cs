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

    [TestCase("payouts", true)]
    [TestCase("payouts-from-rank", true)]
    [TestCase("block-transition-level-blinds", true)]
    [TestCase("name", false)]
    public void A_caption_that_has_the_picture_to_itself_has_a_ground_that_clips_with_alpha_leave_out(string package, bool hasGround)
    {
        var template = TemplatePackageReader.Read(Packages.Single(p => Path.GetFileName(p) == package));
        IReadOnlyList<string> HiddenIn(ClipFormat format) => template.Resolve(new Dictionary<string, string>(), new OutputSettings(format), "/tmp/clip").HiddenLayers;

        HiddenIn(ClipFormat.MovAlpha).Contains("Background").Should().Be(hasGround);
        HiddenIn(ClipFormat.Mp4).Should().NotContain("Background");
    }

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
