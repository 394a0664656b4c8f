using FluentAssertions;
using Hub.Host.Database;
using Hub.Host.Security;
using Hub.Host.Startup;
using Hub.Modules.Kernel;
using Microsoft.Extensions.Configuration;

namespace Hub.Tests.Host.Startup;

internal sealed class UnknownSettingsTests
{
    private static readonly OptionsSection[] Sections = [new("Data", typeof(DataOptions)), new("Auth", typeof(AuthOptions))];

    [TestCase("Data:Foldr")]
    [TestCase("Data:Folder:Name")]
    [TestCase("Auth:Users:0:Passwort")]
    [TestCase("Auth:User:0:Name")]
    public void A_misspelt_key_in_a_section_of_ours_is_found(string key) => Find(key).Should().Equal(key);

    [TestCase("Data:Folder")]
    [TestCase("data:postgresbin")]
    [TestCase("Auth:Users:7:Name")]
    [TestCase("Kestrel:Limits:MaxConcurrentConnections")]
    [TestCase("PATH")]
    public void Known_keys_and_other_peoples_sections_are_left_alone(string key) => Find(key).Should().BeEmpty();

    private static IReadOnlyList<string> Find(string key)
        => UnknownSettings.Find(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(key, (string?)"1")]).Build(), Sections);
}
