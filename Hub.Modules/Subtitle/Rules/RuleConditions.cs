using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.Rules;

/// <summary>What a hand or a tournament must be besides the trigger. A condition that is not given always holds.</summary>
internal sealed record RuleConditions
{
    public static readonly RuleConditions None = new();

    public IReadOnlyList<HandGrade>? Grades { get; init; }

    public IReadOnlyList<string>? SessionTypes { get; init; }

    public bool? IsPremium { get; init; }

    public bool? IsAllIn { get; init; }

    /// <summary>Names of tables as configured; capitals and blanks do not matter.</summary>
    public IReadOnlyList<string>? Tables { get; init; }

    /// <summary>Codes of tournaments.</summary>
    public IReadOnlyList<string>? Events { get; init; }

    public bool Hold(HandCaptured hand)
        => Grades?.Contains(hand.Grade) is not false
            && SessionTypes?.Contains(hand.SessionType, StringComparer.Ordinal) is not false
            && (IsPremium is null || IsPremium == hand.IsPremium)
            && (IsAllIn is null || IsAllIn == hand.IsAllIn)
            && Tables?.Any(table => NameKey.Of(table) == NameKey.Of(hand.TableName)) is not false;

    public bool Hold(string eventCode) => Events?.Contains(eventCode, StringComparer.Ordinal) is not false;
}
