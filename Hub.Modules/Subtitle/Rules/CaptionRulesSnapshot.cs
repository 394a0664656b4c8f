namespace Hub.Modules.Subtitle.Rules;

/// <summary>The rules in force, where they come from, and what is wrong with a newer file.</summary>
/// <param name="File">Absolute path of the rules file.</param>
/// <param name="Rules">The rules in force.</param>
/// <param name="LoadedAt">When these rules were read.</param>
/// <param name="Problems">Why the file as it is now is not used; empty when it is.</param>
internal sealed record CaptionRulesSnapshot(string File, CaptionRules Rules, DateTimeOffset LoadedAt, IReadOnlyList<string> Problems);
