using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Rules;

/// <summary>What a hand must be besides the trigger. A condition that is not given always holds.</summary>
internal sealed record RuleConditions
{
    public static readonly RuleConditions None = new();

    public IReadOnlyList<HandGrade>? Grades { get; init; }

    public IReadOnlyList<string>? SessionTypes { get; init; }

    public bool? IsPremium { get; init; }

    public bool? IsAllIn { get; init; }

    public bool Hold(HandCaptured hand)
        => Grades?.Contains(hand.Grade) is not false
            && SessionTypes?.Contains(hand.SessionType, StringComparer.Ordinal) is not false
            && (IsPremium is null || IsPremium == hand.IsPremium)
            && (IsAllIn is null || IsAllIn == hand.IsAllIn);
}
