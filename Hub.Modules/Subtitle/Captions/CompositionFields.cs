using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>Which fields a composition has.</summary>
internal static class CompositionFields
{
    private static readonly HandPlayer Nobody = new() { Seat = 1, Name = "", LongName = "", StartStack = 0, EndStack = 0, HoleCards = [] };

    private static readonly CaptionSource Blank = new()
    {
        Hand = new HandCaptured
        {
            TableId = "",
            TableName = "",
            SessionId = 0,
            SessionType = "",
            HandNumber = 0,
            StartTicks = 0,
            Sequence = 0,
            Revision = 1,
            IsBacklog = false,
            WasPlayed = true,
            DurationSeconds = 0,
            Players = [Nobody],
        },
        Player = Nobody,
        Tournament = new TournamentFacts { EventCode = "", Name = "" },
    };

    /// <summary>In the order in which they are written: every composition writes all of its fields, whatever is known.</summary>
    public static IReadOnlyList<string> Of(IComposition composition) => [.. composition.Write(Blank).Keys];
}
