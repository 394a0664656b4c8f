using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Rules;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Which captions a moment of a tournament deserves by the rules. Pure.</summary>
internal static class TournamentChoice
{
    /// <summary>
    /// In the order of the rules. Where two rules with one trigger want the same caption, the first in the file decides: the second
    /// would be refused as a repeat.
    /// </summary>
    public static IReadOnlyList<CaptionOrder> Choose(CaptionRules rules, CaptionTrigger trigger, string eventCode, string triggerId)
        => [.. rules.Rules
            .Where(rule => rule.Enabled && rule.Trigger == trigger && rule.When.Hold(eventCode))
            .DistinctBy(rule => rule.Composition.Template, StringComparer.Ordinal)
            .Select(rule => new CaptionOrder
            {
                Template = rule.Composition.Template,
                TriggerType = RuleWords<CaptionTrigger>.Of(trigger),
                TriggerId = triggerId,
                Priority = rule.Priority,
                EventCode = eventCode,
                Options = rule.Options,
            })];
}
