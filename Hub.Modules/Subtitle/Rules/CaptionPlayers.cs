namespace Hub.Modules.Subtitle.Rules;

/// <summary>Which players of the hand a rule makes captions about.</summary>
internal enum CaptionPlayers
{
    /// <summary>Who got a part of the pot.</summary>
    Winners = 0,

    /// <summary>Whose last chip went in.</summary>
    AllIn = 1,

    /// <summary>Whose place in the tournament shows first in this hand.</summary>
    Eliminated = 2,

    /// <summary>Who is still in and became short in this hand: more than so many big blinds before it, no more than that after it.</summary>
    ShortStacks = 3,
}
