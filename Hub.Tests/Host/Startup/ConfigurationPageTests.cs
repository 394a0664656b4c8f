using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using FluentAssertions;
using Hub.Host;
using Hub.Modules.Kernel;
using Hub.Tests.Architecture;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Host.Startup;

/// <summary>docs/configuration.md against what the program reads.</summary>
internal sealed partial class ConfigurationPageTests
{
    private string[] _existing = null!;
    private string[] _documented = null!;

    [OneTimeSetUp]
    public async Task ReadAsync()
    {
        await using var hub = HubApplication.Build([]);
        _existing = [.. hub.Web.Services.GetServices<OptionsSection>().SelectMany(section => Keys(section.OptionsType, section.Name)).Distinct()];
        var page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "configuration.md"));
        _documented = [.. Key().Matches(page).Select(match => match.Groups["key"].Value)];
    }

    [Test]
    public void Every_setting_is_documented() => _existing.Should().HaveCountGreaterThan(40).And.BeSubsetOf(_documented);

    [Test]
    public void Every_documented_setting_of_ours_exists_once()
    {
        var sections = _existing.Select(key => key.Split(':')[0]).ToHashSet();

        _documented.Where(key => sections.Contains(key.Split(':')[0])).Should().BeSubsetOf(_existing).And.OnlyHaveUniqueItems();
    }

    private static IEnumerable<string> Keys(Type type, string path)
        => type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite)
            .SelectMany(property => Below(property.PropertyType, $"{path}:{property.Name}"));

    private static IEnumerable<string> Below(Type type, string path)
        => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) ? Below(type.GetGenericArguments()[0], $"{path}:<n>")
            : type.Namespace?.StartsWith("Hub.", StringComparison.Ordinal) == true && type.IsClass ? Keys(type, path)
            : [path];

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
