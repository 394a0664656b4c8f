using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.DecideCaptions;
using Hub.Modules.Subtitle.Rules;

namespace Hub.Tests.Subtitle.DecideCaptions;

/// <summary>Who is at risk: ten big blinds are 200,000 here.</summary>
internal sealed class ShortStackTests
{
    private static readonly CaptionRules Rules = CaptionRulesReader.Read(
        "f",
        """{ "version": 1, "rules": [{ "name": "risk", "trigger": "hand_completed", "template": "At Risk of Elimination", "per": "player", "players": "short_stacks" }] }""");

    [TestCase(1_000_000, 200_000, true)]
    [TestCase(1_000_000, 200_001, false)]
    [TestCase(200_000, 150_000, false, Description = "Was short before")]
    [TestCase(1_000_000, 0, false, Description = "Is out, not at risk")]
    [TestCase(150_000, 900_000, false, Description = "Has doubled up")]
    public void A_player_is_at_risk_in_the_hand_that_made_him_short(long before, long after, bool isAtRisk)
        => Choose(SomeHand.Of(1, SomeHand.Player(3, "Okafor", after, before))).Should().Be(isAtRisk);

    [Test]
    public void Nobody_is_short_where_the_big_blind_is_unknown()
        => Choose(SomeHand.Of(1, SomeHand.Player(3, "Okafor", 1)) with { BigBlind = 0 }).Should().BeFalse();

    [Test]
    public void A_seat_that_sits_out_is_not_at_risk()
        => Choose(SomeHand.Of(1, SomeHand.Player(3, "Okafor", 100) with { IsSittingOut = true })).Should().BeFalse();

    [Test]
    public void A_rule_may_be_about_some_tables_only()
    {
        var rules = CaptionRulesReader.Read(
            "f",
            """{ "version": 1, "rules": [{ "name": "n", "trigger": "hand_completed", "when": { "table": ["table  blue"] }, "template": "_MAIN Mini Chip Count", "per": "hand" }] }""");

        CaptionChoice.Choose(rules, SomeHand.Of(1), []).Should().ContainSingle();
        CaptionChoice.Choose(rules, SomeHand.Of(1) with { TableName = "Table Red" }, []).Should().BeEmpty();
    }

    private static bool Choose(HandCaptured hand) => CaptionChoice.Choose(Rules, hand, []).Count > 0;
}
