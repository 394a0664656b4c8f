using FluentAssertions;
using Hub.Modules.Render;
using Hub.Modules.Render.Clips;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Hub.Tests.Render.Clips;

internal sealed class PublishTargetTests
{
    private static readonly PublishTarget Target = new(new RenderFolders(
        Options.Create(new RenderOptions { OutputFolder = "/srv/clips", OutputRoots = ["/nas/playout"] }), new ConfigurationBuilder().Build()));

    [TestCase(null, "final", "/srv/clips/final.mov")]
    [TestCase("day 1", "final.MOV", "/srv/clips/day 1/final.MOV")]
    [TestCase("/nas/playout/day 2", "칩 카운트.mov", "/nas/playout/day 2/칩 카운트.mov")]
    public void A_copy_goes_below_an_output_root(string? folder, string name, string path)
        => Target.For(folder, name, ".mov").Should().Be(path);

    [TestCase(null)]
    [TestCase(" ")]
    public void Without_a_name_there_is_no_copy(string? name) => Target.For("/anywhere", name, ".mov").Should().BeNull();

    [TestCase("/etc", "final")]
    [TestCase("../..", "final")]
    [TestCase("/nas/playout-other", "final")]
    [TestCase("/nas/playout/../..", "final")]
    [TestCase(null, "../final")]
    [TestCase(null, "..")]
    [TestCase(null, "a:b")]
    [TestCase(null, "CON.mov")]
    [TestCase(null, "lpt1")]
    [TestCase(null, "final. ")]
    [TestCase(null, "Clip-Payouts_17-2-0193b3c0111172228333444455556666.MOV", Description = "a clip's own name")]
    public void Nothing_leads_elsewhere(string? folder, string name)
        => FluentActions.Invoking(() => Target.For(folder, name, ".mov")).Should().Throw<FormatException>();
}
