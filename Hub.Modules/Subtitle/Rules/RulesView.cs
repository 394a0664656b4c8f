namespace Hub.Modules.Subtitle.Rules;

/// <summary>Answer of <see cref="ListRulesEndpoint"/>.</summary>
internal sealed record RulesView(string File, DateTimeOffset LoadedAt, IReadOnlyList<string> Problems, IReadOnlyList<RuleView> Rules);
