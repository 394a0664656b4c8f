using FluentAssertions;
using Hub.Modules.Subtitle.DecideCaptions;
using Hub.Modules.Subtitle.Rules;

namespace Hub.Tests.Subtitle.DecideCaptions;

internal sealed class TournamentChoiceTests
{
    private const string Event = "WSOP_2026_E76_ME";

    private static readonly CaptionRules Rules = CaptionRulesReader.Read(
        "f",
        """
        { "version": 1, "rules": [
          { "name": "level", "trigger": "level_change", "template": "Block Transition Level-Blinds", "per": "tournament", "priority": 2 },
          { "name": "level again", "trigger": "level_change", "template": "Block Transition Level-Blinds", "per": "tournament", "priority": 9 },
          { "name": "payouts", "trigger": "itm_reached", "template": "Payouts (choose start rank)", "per": "tournament", "options": { "start_rank": 10 } },
          { "name": "payouts of another", "trigger": "itm_reached", "when": { "event": ["WSOP_2026_E1_X"] }, "template": "_Mini Payout", "per": "tournament" },
          { "name": "off", "trigger": "itm_reached", "template": "Event info", "per": "tournament", "enabled": false },
          { "name": "staff", "trigger": "day_start", "template": "Commentator", "per": "programme" },
          { "name": "hands", "trigger": "hand_completed", "template": "_MAIN Mini Chip Count", "per": "hand" }
        ] }
        """);

    [Test]
    public void A_moment_is_captioned_by_its_own_rules_only()
        => Choose(CaptionTrigger.DayStart).Should().Equal("Commentator 5");

    [Test]
    public void Of_two_rules_for_one_caption_the_first_decides()
        => Choose(CaptionTrigger.LevelChange).Should().Equal("Block Transition Level-Blinds 2");

    [Test]
    public void A_rule_for_another_event_is_silent_and_so_is_one_that_is_switched_off()
        => Choose(CaptionTrigger.ItmReached).Should().Equal("Payouts (choose start rank) 5");

    [Test]
    public void An_order_says_what_it_is_written_from()
    {
        var order = TournamentChoice.Choose(Rules, CaptionTrigger.ItmReached, Event, $"{Event}/itm").Should().ContainSingle().Subject;

        order.TriggerType.Should().Be("itm_reached");
        order.TriggerId.Should().Be($"{Event}/itm");
        order.EventCode.Should().Be(Event);
        order.Options.StartRank.Should().Be(10);
    }

    [Test]
    public void No_rule_waits_for_a_moment_that_nobody_wants_captioned() => Choose(CaptionTrigger.BreakEnd).Should().BeEmpty();

    private static IEnumerable<string> Choose(CaptionTrigger trigger)
        => TournamentChoice.Choose(Rules, trigger, Event, "id").Select(order => $"{order.Template} {order.Priority}");
}
