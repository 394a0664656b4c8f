using Hub.Contracts.Monitoring;
using Hub.Modules.FeatureTable.Persistence;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>What people should know of hands that were stored; nothing has to be done.</summary>
internal static class HandAlerts
{
    public static AlertRaised RepeatedNumber(string session, HandRow row, DateTimeOffset at) => Note(
        AlertCodes.FeatureTableRepeatedNumber, session, row, $"Two different hands bear number {row.HandNumber}. Both are kept; the later one under {row.TableId}.", at);

    public static AlertRaised CalledOff(string session, HandRow row, DateTimeOffset at) => Note(
        AlertCodes.FeatureTableHandCalledOff, session, row, $"Hand {row.HandNumber} was called off, and its number given to another hand. It is kept under {row.TableId} and counts nowhere.", at);

    private static AlertRaised Note(string code, string session, HandRow row, string text, DateTimeOffset at)
        => new() { Code = code, Severity = AlertSeverity.Information, Subject = $"{session} hand {row.HandNumber}", Text = text, OccurredAt = at };
}
