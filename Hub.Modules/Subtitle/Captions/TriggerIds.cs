using System.Globalization;
using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>What <c>trigger_id</c> names: the hand or event that a caption is about.</summary>
internal static class TriggerIds
{
    /// <summary>Captions about the programme as it is now.</summary>
    public const string Programme = "programme";

    /// <summary><c>&lt;session&gt;/&lt;hand number&gt;/&lt;start ticks&gt;</c>.</summary>
    public static string Of(HandCaptured hand) => string.Create(CultureInfo.InvariantCulture, $"{hand.SessionId}/{hand.HandNumber}/{hand.StartTicks}");

    /// <summary>Captions about a tournament as it is now.</summary>
    public static string OfTournament(string eventCode) => $"event/{eventCode}";
}
