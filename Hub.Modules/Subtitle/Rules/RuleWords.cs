using System.Text.Json;

namespace Hub.Modules.Subtitle.Rules;

/// <summary>The words that stand for the members of <typeparamref name="TEnum"/> in the rules file and in messages: <c>hand_completed</c>.</summary>
internal static class RuleWords<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> Members = Enum.GetValues<TEnum>().ToDictionary(Of, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Members.Keys;

    public static string Of(TEnum member) => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.ToString());

    public static TEnum Parse(string word) => Members[word];
}
