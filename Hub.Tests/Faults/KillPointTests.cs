using System.Text.RegularExpressions;
using FluentAssertions;
using Hub.Tests.Architecture;

namespace Hub.Tests.Faults;

internal sealed partial class KillPointTests
{
    [Test]
    public void Every_kill_point_is_in_the_documentation_and_every_documented_one_in_the_product()
    {
        var sources = ((string[])["Hub.Modules", "Hub.Host"]).SelectMany(folder => RepositoryRoot.SourceFiles(folder)).Select(File.ReadAllText).ToList();
        var documented = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "testing.md")).Split("\n## ").Single(section => section.StartsWith("Kill points", StringComparison.Ordinal))
            .Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => Quoted().Matches(line.Split('|')[1]).Select(match => match.Groups["name"].Value));

        // An argument may choose between two.
        var passed = sources.SelectMany(source => Passed().Matches(source)).SelectMany(match => Literal().Matches(match.Value)).Select(match => match.Groups["name"].Value).ToHashSet();

        passed.Should().NotBeEmpty().And.BeEquivalentTo(documented);
    }

    [GeneratedRegex(@"KillPoint\.Pass\([^;]*\);", RegexOptions.None, 1000)]
    private static partial Regex Passed();

    [GeneratedRegex("\"(?<name>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literal();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quoted();
}
