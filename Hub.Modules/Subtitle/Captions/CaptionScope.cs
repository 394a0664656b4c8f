namespace Hub.Modules.Subtitle.Captions;

/// <summary>What one caption is about.</summary>
internal enum CaptionScope
{
    /// <summary>The whole table after a hand: one caption.</summary>
    Hand = 0,

    /// <summary>One player of the hand: one caption each.</summary>
    Player = 1,

    /// <summary>A tournament.</summary>
    Tournament = 2,

    /// <summary>What was entered about the programme.</summary>
    Programme = 3,
}
