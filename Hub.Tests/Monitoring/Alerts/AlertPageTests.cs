using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Tests.Architecture;

namespace Hub.Tests.Monitoring.Alerts;

/// <summary>docs/operations.md against the codes there are.</summary>
internal sealed partial class AlertPageTests
{
    private static readonly string[] Codes = [.. typeof(AlertCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    [Test]
    public async Task Every_alert_has_one_row_that_says_what_to_do_and_every_row_an_alert()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "operations.md"));
        var section = page[page.IndexOf("## Alerts", StringComparison.Ordinal)..page.IndexOf("## When something is wrong", StringComparison.Ordinal)];

        Row().Matches(section).Select(row => row.Groups["code"].Value).Should().BeEquivalentTo(Codes).And.NotBeEmpty();
    }

    [Test]
    public void Codes_are_unique_and_begin_with_the_part_of_the_hub_that_raises_them()
        => Codes.Should().OnlyHaveUniqueItems().And.AllSatisfy(code => code.Should().MatchRegex("^(feature-table|subtitle|render|monitoring|messaging)(-[a-z]+)+$"));

    [GeneratedRegex(@"^\| `(?<code>[a-z-]+)` \| [^|]+ \| [^|]+ \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
