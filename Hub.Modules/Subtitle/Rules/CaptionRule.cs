using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.Rules;

/// <summary>One line of the rules file: which hands or moments of a tournament deserve which caption, about whom, how urgently.</summary>
internal sealed record CaptionRule
{
    /// <summary>Names the rule in errors and logs; unique in the file.</summary>
    public required string Name { get; init; }

    public required CaptionTrigger Trigger { get; init; }

    public RuleConditions When { get; init; } = RuleConditions.None;

    public required IComposition Composition { get; init; }

    /// <summary>Set for a composition about a player, null for any other.</summary>
    public CaptionPlayers? Players { get; init; }

    /// <summary>1 (first) to 10 (last).</summary>
    public required int Priority { get; init; }

    public bool Enabled { get; init; } = true;

    public CaptionOptions Options { get; init; } = new();

    /// <summary>With at most how many big blinds a player counts as short.</summary>
    public int ShortBigBlinds { get; init; } = DefaultShortBigBlinds;

    public const int DefaultShortBigBlinds = 10;
}
