using FluentAssertions;
using Hub.Modules.Subtitle;
using Hub.Modules.Subtitle.Rules;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Subtitle.Rules;

internal sealed class CaptionRulesStoreTests
{
    private const string OneRule =
        """{ "version": 1, "rules": [{ "name": "n", "trigger": "all_in", "template": "NAME", "per": "player", "players": "winners" }] }""";

    private string _file = "";

    [SetUp]
    public void WriteFile()
    {
        _file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.json");
        Write("""{ "version": 1, "rules": [] }""");
    }

    [TearDown]
    public void DeleteFile() => File.Delete(_file);

    [Test]
    public void A_changed_file_takes_effect()
    {
        var store = Open();

        Write(OneRule);
        store.Refresh();

        store.Current.Rules.Rules.Should().ContainSingle();
    }

    [Test]
    public void A_bad_change_is_reported_and_the_last_good_rules_stay_until_it_is_mended()
    {
        Write(OneRule);
        var store = Open();

        Write(OneRule.Replace("all_in", "all-in", StringComparison.Ordinal));
        store.Refresh();

        store.Current.Rules.Rules.Should().ContainSingle();
        store.Current.Problems.Should().ContainSingle().Which.Should().Contain("\"trigger\" cannot be \"all-in\"");

        Write(OneRule);
        store.Refresh();
        store.Current.Problems.Should().BeEmpty();
    }

    [Test]
    public void A_deleted_file_changes_nothing_but_is_reported()
    {
        Write(OneRule);
        var store = Open();

        File.Delete(_file);
        store.Refresh();

        store.Current.Rules.Rules.Should().ContainSingle();
        store.Current.Problems.Should().ContainSingle();
    }

    [Test]
    public void A_bad_file_stops_the_start()
    {
        Write("{}");

        var result = new RulesFileValidation().Validate(name: null, new SubtitleOptions { RulesFile = _file });

        result.Failed.Should().BeTrue();
        result.FailureMessage.Should().Contain(_file).And.Contain("\"version\" must be 1");
    }

    private CaptionRulesStore Open()
        => new(Options.Create(new SubtitleOptions { RulesFile = _file }), new FakeTimeProvider(), NullLogger<CaptionRulesStore>.Instance);

    private DateTime _writtenAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // A step of a second each, whatever the file system's resolution.
    private void Write(string text)
    {
        File.WriteAllText(_file, text);
        _writtenAt = _writtenAt.AddSeconds(1);
        File.SetLastWriteTimeUtc(_file, _writtenAt);
    }
}
