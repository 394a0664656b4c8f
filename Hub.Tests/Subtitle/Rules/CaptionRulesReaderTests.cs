using FluentAssertions;
using Hub.Modules.Subtitle.Rules;
using Hub.Tests.Subtitle.Captions;

namespace Hub.Tests.Subtitle.Rules;

internal sealed class CaptionRulesReaderTests
{
    private const string GoodRule =
        """{ "name": "winner", "trigger": "premium_hand", "template": "NAME", "per": "player", "players": "winners" }""";

    [Test]
    public void The_rules_shipped_with_the_hub_are_valid()
    {
        var rules = CaptionRulesReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "captions.json")).Rules;

        rules.Should().NotBeEmpty().And.OnlyContain(rule => rule.Enabled);
        rules.Select(rule => rule.Composition.Template).Should().BeSubsetOf(ShippedTemplates.Names, "a caption without a template is a dead letter");
    }

    [Test]
    public void What_a_rule_leaves_out_has_a_default()
    {
        var rule = Read(GoodRule).Should().ContainSingle().Subject;

        rule.Priority.Should().Be(5);
        rule.Enabled.Should().BeTrue();
        rule.Options.HandsAgo.Should().Be(10);
        rule.Options.StartRank.Should().BeNull();
        rule.When.Should().Be(RuleConditions.None);
    }

    [TestCase("\"trigger\": \"premium_hand\"", "\"trigger\": \"premium\"", "\"trigger\" cannot be \"premium\"; allowed: hand_completed, premium_hand, all_in, player_eliminated, level_change, feature_table_change, itm_reached, day_start, break_end")]
    [TestCase("\"trigger\": \"premium_hand\"", "\"trigger\": \"manual\"", "\"trigger\" \"manual\" is for captions that a person asks for, and fires no rule; allowed: hand_completed, ")]
    [TestCase("\"trigger\": \"premium_hand\"", "\"trigger\": \"level_change\"", "\"template\" \"NAME\" is written from a hand, and the trigger \"level_change\" has none; take a trigger of hands")]
    [TestCase("\"trigger\": \"premium_hand\", ", "", "\"trigger\" is missing; allowed: hand_completed")]
    [TestCase("NAME", "NAMES", "\"template\" cannot be \"NAMES\"; allowed: _Feature Table Leaderboard, _MAIN Mini Chip Count, ")]
    [TestCase("NAME", "Elimination", "\"players\" must be \"eliminated\" for the template \"Elimination\"")]
    [TestCase("NAME", "At Risk of Elimination", "\"players\" must be \"short_stacks\" for the template \"At Risk of Elimination\"")]
    [TestCase("\"per\": \"player\"", "\"per\": \"hand\"", "\"per\" must be \"player\" for the template \"NAME\"")]
    [TestCase(", \"players\": \"winners\"", "", "\"players\" is missing; allowed: winners, all_in, eliminated, short_stacks")]
    [TestCase("\"players\": \"winners\"", "\"players\": [\"winners\"]", "\"players\" cannot be [\"winners\"]; allowed: winners, all_in, eliminated, short_stacks")]
    [TestCase("\"per\"", "\"priority\": 11, \"per\"", "\"priority\" must be a whole number from 1 to 10, not 11")]
    [TestCase("\"per\"", "\"enabled\": \"yes\", \"per\"", "\"enabled\" must be true or false, not \"yes\"")]
    [TestCase("\"per\"", "\"prio\": 1, \"per\"", "\"prio\" is not a key that is known here; allowed: name, trigger, when, template, per, players, priority, enabled, options")]
    [TestCase("\"per\"", "\"when\": { \"grade\": [\"A\", \"D\"] }, \"per\"", "\"when.grade\" cannot be \"D\"; allowed: C, B, A")]
    [TestCase("\"per\"", "\"when\": { \"grade\": \"A\" }, \"per\"", "\"when.grade\" must be a list of at least one of: C, B, A")]
    [TestCase("\"per\"", "\"when\": { \"grades\": [] }, \"per\"", "\"when.grades\" is not a key that is known here; allowed: grade, session_type, premium, all_in, table, event")]
    [TestCase("\"per\"", "\"when\": { \"table\": [\" \"] }, \"per\"", "\"when.table\" must be a list of at least one text")]
    [TestCase("\"per\"", "\"when\": { \"event\": [\"WSOP_2026_E1_ME\"] }, \"per\"", "\"when.event\" has no meaning with the trigger \"premium_hand\"; leave it out")]
    [TestCase("\"per\"", "\"when\": { \"session_type\": [\"FINAL\"] }, \"per\"", "\"when.session_type\" cannot be \"FINAL\"; allowed: FEATURE_TABLE, FINAL_TABLE")]
    [TestCase("\"per\"", "\"options\": { \"hands_ago\": 0 }, \"per\"", "\"options.hands_ago\" must be a whole number from 1 to 100, not 0")]
    [TestCase("\"per\"", "\"options\": { \"start_rank\": 5 }, \"per\"", "\"options.start_rank\" is not a key that is known here; allowed: hands_ago")]
    [TestCase("\"per\"", "\"options\": { \"big_blinds\": 5 }, \"per\"", "\"options.big_blinds\" is not a key that is known here; allowed: hands_ago")]
    public void A_wrong_value_is_named_with_file_rule_key_and_what_is_allowed(string good, string bad, string problem)
        => Problems(GoodRule.Replace(good, bad, StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith($"my-rules.json, rule 1 (winner): {problem}");

    [TestCase("\"per\": \"tournament\"", "\"per\": \"hand\"", "\"per\" must be \"tournament\" for the template \"Payouts (choose start rank)\"")]
    [TestCase("\"itm_reached\"", "\"all_in\"", "\"template\" \"Payouts (choose start rank)\" is about a tournament, and the trigger \"all_in\" is about a hand; take a trigger of tournaments")]
    [TestCase("\"options\"", "\"players\": \"winners\", \"options\"", "\"players\" has no meaning with \"per\": \"tournament\"; leave it out")]
    [TestCase("\"options\"", "\"when\": { \"premium\": true }, \"options\"", "\"when.premium\" has no meaning with the trigger \"itm_reached\"; leave it out")]
    [TestCase("10 }", "0 }", "\"options.start_rank\" must be a whole number from 1 to 99999, not 0")]
    public void A_rule_for_a_tournament_must_be_about_one(string good, string bad, string problem)
    {
        const string GoodTournamentRule =
            """{ "name": "pay", "trigger": "itm_reached", "template": "Payouts (choose start rank)", "per": "tournament", "options": { "start_rank": 10 } }""";

        Read(GoodTournamentRule).Should().ContainSingle().Which.Options.StartRank.Should().Be(10);
        Problems(GoodTournamentRule.Replace(good, bad, StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith($"my-rules.json, rule 1 (pay): {problem}");
    }

    [Test]
    public void A_chip_flow_covers_ten_twenty_or_thirty_hands()
    {
        const string Rule =
            """{ "name": "flow", "trigger": "all_in", "template": "Chip Flow", "per": "player", "players": "all_in", "options": { "hands_ago": 20 } }""";

        Read(Rule).Should().ContainSingle();
        Problems(Rule.Replace("20", "25", StringComparison.Ordinal)).Should().ContainSingle()
            .Which.Should().Contain("\"options.hands_ago\" must be 10, 20 or 30 for the template \"Chip Flow\", not 25");
    }

    [Test]
    public void A_rule_about_short_stacks_says_what_short_is()
        => Read("""{ "name": "risk", "trigger": "all_in", "template": "At Risk of Elimination", "per": "player", "players": "short_stacks", "options": { "big_blinds": 5 } }""")
            .Should().ContainSingle().Which.ShortBigBlinds.Should().Be(5);

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
