using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.Rules;

/// <summary>A rule in the words of the rules file.</summary>
internal sealed record RuleView(string Name, string Trigger, string Template, string Per, string? Players, int Priority, bool Enabled)
{
    public static RuleView From(CaptionRule rule) => new(
        rule.Name,
        RuleWords<CaptionTrigger>.Of(rule.Trigger),
        rule.Composition.Template,
        RuleWords<CaptionScope>.Of(rule.Composition.Scope),
        rule.Players is { } players ? RuleWords<CaptionPlayers>.Of(players) : null,
        rule.Priority,
        rule.Enabled);
}
