using FluentAssertions;
using Hub.Modules.Render.Templates;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Tests.Subtitle.Captions;

/// <summary>The texts written here and the template packages shipped with the hub have to fit each other.</summary>
internal sealed class ShippedTemplatesTests
{
    private static readonly Dictionary<string, RenderTemplate> Shipped = Directory
        .EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "templates"))
        .Select(TemplatePackageReader.Read)
        .ToDictionary(template => template.Name, StringComparer.Ordinal);

    [TestCaseSource(typeof(Compositions), nameof(Compositions.Templates))]
    public void A_composition_fills_exactly_the_fields_of_its_template(string template)
        => Write(template, "Lindqvist", 1_500_000).Keys.Should().BeEquivalentTo(Shipped[template].FieldKeys);

    [Test]
    public void Names_and_amounts_of_any_size_pass_the_templates_check(
        [ValueSource(typeof(Compositions), nameof(Compositions.Templates))] string template,
        [Values(0, 999_999_999_999, long.MaxValue)] long chips,
        [Values(1, 20_000)] long bigBlind)
        => Shipped[template].Check(Write(template, new string('ß', 500), chips, bigBlind)).Should().BeEmpty();

    private static IReadOnlyDictionary<string, string> Write(string template, string name, long chips, long bigBlind = 20_000)
    {
        var player = SomeHand.Out(1, name, rank: 112) with { EndStack = chips };
        var hand = SomeHand.Of(1, player) with { TableName = name, BigBlind = bigBlind };
        return Compositions.Find(template)!.Write(new CaptionSource { Hand = hand, Player = player, EarlierHand = hand });
    }
}
