using FluentAssertions;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Rules;

namespace Hub.Tests.Subtitle.Rules;

internal sealed class CaptionRulesReaderTests
{
    private const string GoodRule =
        """{ "name": "winner", "trigger": "premium_hand", "template": "NAME", "per": "player", "players": "winners" }""";

    [Test]
    public void The_rules_shipped_with_the_hub_are_valid()
    {
        var rules = CaptionRulesReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "captions.json")).Rules;

        rules.Should().OnlyContain(rule => rule.Enabled);
        rules.Select(rule => rule.Composition.Template).Distinct(StringComparer.Ordinal).Should().BeEquivalentTo(Compositions.Templates);
    }

    [Test]
    public void What_a_rule_leaves_out_has_a_default()
    {
        var rule = Read(GoodRule).Should().ContainSingle().Subject;

        rule.Priority.Should().Be(5);
        rule.Enabled.Should().BeTrue();
        rule.HandsAgo.Should().Be(10);
        rule.When.Should().Be(RuleConditions.None);
    }

    [TestCase("\"trigger\": \"premium_hand\"", "\"trigger\": \"premium\"", "\"trigger\" cannot be \"premium\"; allowed: hand_completed, premium_hand, all_in, player_eliminated")]
    [TestCase("\"trigger\": \"premium_hand\"", "\"trigger\": \"level_change\"", "\"trigger\" \"level_change\" is not available to rules yet; allowed: hand_completed, premium_hand, all_in, player_eliminated")]
    [TestCase("\"trigger\": \"premium_hand\", ", "", "\"trigger\" is missing; allowed: hand_completed")]
    [TestCase("NAME", "NAMES", "\"template\" cannot be \"NAMES\"; allowed: _Feature Table Leaderboard, _MAIN Mini Chip Count, Elimination, NAME")]
    [TestCase("NAME", "Elimination", "\"players\" must be \"eliminated\" for the template \"Elimination\"")]
    [TestCase("\"per\": \"player\"", "\"per\": \"hand\"", "\"per\" must be \"player\" for the template \"NAME\"")]
    [TestCase(", \"players\": \"winners\"", "", "\"players\" is missing; allowed: winners, all_in, eliminated")]
    [TestCase("\"players\": \"winners\"", "\"players\": [\"winners\"]", "\"players\" cannot be [\"winners\"]; allowed: winners, all_in, eliminated")]
    [TestCase("\"per\"", "\"priority\": 11, \"per\"", "\"priority\" must be a whole number from 1 to 10, not 11")]
    [TestCase("\"per\"", "\"enabled\": \"yes\", \"per\"", "\"enabled\" must be true or false, not \"yes\"")]
    [TestCase("\"per\"", "\"prio\": 1, \"per\"", "\"prio\" is not a key that is known here; allowed: name, trigger, when, template, per, players, priority, enabled, options")]
    [TestCase("\"per\"", "\"when\": { \"grade\": [\"A\", \"D\"] }, \"per\"", "\"when.grade\" cannot be \"D\"; allowed: C, B, A")]
    [TestCase("\"per\"", "\"when\": { \"grade\": \"A\" }, \"per\"", "\"when.grade\" must be a list of at least one of: C, B, A")]
    [TestCase("\"per\"", "\"when\": { \"grades\": [] }, \"per\"", "\"when.grades\" is not a key that is known here; allowed: grade, session_type, premium, all_in")]
    [TestCase("\"per\"", "\"when\": { \"session_type\": [\"FINAL\"] }, \"per\"", "\"when.session_type\" cannot be \"FINAL\"; allowed: FEATURE_TABLE, FINAL_TABLE")]
    [TestCase("\"per\"", "\"options\": { \"hands_ago\": 0 }, \"per\"", "\"options.hands_ago\" must be a whole number from 1 to 100, not 0")]
    public void A_wrong_value_is_named_with_file_rule_key_and_what_is_allowed(string good, string bad, string problem)
        => Problems(GoodRule.Replace(good, bad, StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith($"my-rules.json, rule 1 (winner): {problem}");

    [Test]
    public void Two_rules_cannot_share_a_name()
        => Problems(GoodRule + "," + GoodRule).Should().ContainSingle().Which.Should().Contain("rule 2 (winner): \"name\" \"winner\" is used by an earlier rule");

    [Test]
    public void All_problems_of_a_file_are_told_at_once()
        => Problems("""{ "trigger": "x", "template": "NAME", "per": "player", "players": "winners" }, 5""").Should().HaveCount(3);

    [TestCase("[]", "my-rules.json: must be an object with \"version\" and \"rules\"")]
    [TestCase("""{ "version": 2, "rules": [] }""", "my-rules.json: \"version\" must be 1")]
    [TestCase("""{ "version": 1 }""", "my-rules.json: \"rules\" must be a list")]
    [TestCase("""{ "version": 1, "rules": [""", "my-rules.json: is not valid JSON")]
    [TestCase("""{ "version": 1, "version": 1, "rules": [] }""", "my-rules.json: is not valid JSON: Duplicate property 'version'")]
    public void A_file_that_is_no_rules_file_is_refused(string text, string problem)
        => FluentActions.Invoking(() => CaptionRulesReader.Read("my-rules.json", text)).Should().Throw<CaptionRulesException>().WithMessage($"{problem}*");

    [Test]
    public void A_file_that_is_not_there_is_named_with_the_setting()
        => FluentActions.Invoking(() => CaptionRulesReader.ReadFile("/no/such/rules.json")).Should().Throw<CaptionRulesException>()
            .WithMessage("/no/such/rules.json: cannot be read*Set Subtitle:RulesFile*");

    private static IReadOnlyList<CaptionRule> Read(string rules)
        => CaptionRulesReader.Read("my-rules.json", $$"""{ "version": 1, "rules": [{{rules}}] }""").Rules;

    private static IReadOnlyList<string> Problems(string rules)
        => FluentActions.Invoking(() => Read(rules)).Should().Throw<CaptionRulesException>().Which.Problems;
}
