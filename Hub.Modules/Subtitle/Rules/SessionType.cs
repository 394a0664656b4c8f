namespace Hub.Modules.Subtitle.Rules;

/// <summary>Types of PokerGFX sessions, as exported.</summary>
internal static class SessionType
{
    public const string FeatureTable = "FEATURE_TABLE";
    public const string FinalTable = "FINAL_TABLE";

    public static readonly string[] All = [FeatureTable, FinalTable];
}
