using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.DecideCaptions;
using Hub.Modules.Subtitle.Rules;

namespace Hub.Tests.Subtitle.DecideCaptions;

/// <summary>What the rules shipped with the hub make of a hand.</summary>
internal sealed class CaptionChoiceTests
{
    private static readonly CaptionRules Shipped = CaptionRulesReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "captions.json"));

    [TestCase(HandGrade.A)]
    [TestCase(HandGrade.B)]
    public void After_a_hand_worth_broadcasting_the_table_and_its_winners_are_shown(HandGrade grade)
        => Choose(SomeHand.Of(1, SomeHand.Winner(2, "Lindqvist", 500), SomeHand.Player(3, "Okafor", 700)) with { Grade = grade })
            .Should().Equal("hand_completed _Feature Table Leaderboard", "hand_completed _MAIN Mini Chip Count", "hand_completed Chip Flow 2");

    [Test]
    public void After_any_other_hand_nothing_is_shown()
        => Choose(SomeHand.Of(1, SomeHand.Winner(2, "Lindqvist", 500)) with { Grade = HandGrade.C }).Should().BeEmpty();

    [Test]
    public void Only_at_a_final_table_an_all_in_puts_somebody_at_risk()
    {
        var hand = SomeHand.Of(1, SomeHand.Player(3, "Okafor", 100_000)) with { IsAllIn = true };

        Choose(hand with { SessionType = "FINAL_TABLE" }).Should().Equal("all_in At Risk of Elimination 3");
        Choose(hand).Should().BeEmpty();
    }

    [Test]
    public void Each_winner_of_a_premium_hand_is_named_once_even_when_it_was_an_all_in()
    {
        var hand = SomeHand.Of(1, SomeHand.Winner(2, "Lindqvist", 500), SomeHand.Player(3, "Okafor", 0), SomeHand.Winner(5, "Petrakis", 700));

        Choose(hand with { IsPremium = true, IsAllIn = true }).Should().Equal("premium_hand NAME 2", "premium_hand NAME 5");
        Choose(hand with { IsAllIn = true }).Should().Equal("all_in NAME 2", "all_in NAME 5");
    }

    [Test]
    public void Only_a_final_table_eliminates()
    {
        var player = SomeHand.Out(3, "Okafor", rank: 6);

        Choose(SomeHand.Of(1, player) with { SessionType = "FINAL_TABLE" }, player).Should().Equal("player_eliminated Elimination 3");
        Choose(SomeHand.Of(1, player), player).Should().BeEmpty();
    }

    [Test]
    public void Of_two_rules_for_one_caption_the_first_decides()
    {
        const string Rule = """{ "name": "#", "trigger": "all_in", "template": "NAME", "per": "player", "players": "winners", "priority": # }""";
        var rules = CaptionRulesReader.Read("f", $$"""{ "version": 1, "rules": [{{Rule.Replace('#', '3')}}, {{Rule.Replace('#', '1')}}] }""");

        CaptionChoice.Choose(rules, SomeHand.Of(1, SomeHand.Winner(2, "Lindqvist", 500)) with { IsAllIn = true }, []).Should().ContainSingle().Which.Rule.Priority.Should().Be(3);
    }

    [Test]
    public void A_player_without_a_name_gets_no_caption()
        => Choose(SomeHand.Of(1, SomeHand.Winner(2, " ", 500)) with { IsAllIn = true }).Should().BeEmpty();

    [Test]
    public void A_rule_that_is_switched_off_is_silent()
    {
        var rules = CaptionRulesReader.Read(
            "f",
            """{ "version": 1, "rules": [{ "name": "n", "trigger": "hand_completed", "template": "_MAIN Mini Chip Count", "per": "hand", "enabled": false }] }""");

        CaptionChoice.Choose(rules, SomeHand.Of(1), []).Should().BeEmpty();
    }

    private static IEnumerable<string> Choose(HandCaptured hand, params HandPlayer[] eliminated)
        => CaptionChoice.Choose(Shipped, hand, eliminated)
            .Select(caption => $"{RuleWords<CaptionTrigger>.Of(caption.Rule.Trigger)} {caption.Rule.Composition.Template} {caption.Subject}".TrimEnd());
}
