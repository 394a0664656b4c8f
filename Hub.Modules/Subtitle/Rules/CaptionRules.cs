namespace Hub.Modules.Subtitle.Rules;

/// <summary>The rules of one file, in its order.</summary>
internal sealed record CaptionRules(IReadOnlyList<CaptionRule> Rules);
