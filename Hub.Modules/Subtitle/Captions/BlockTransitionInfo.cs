namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>Block Transition INFO</c>: how far a tournament has come.</summary>
internal sealed class BlockTransitionInfo : IComposition
{
    public string Template => "Block Transition INFO";

    public CaptionScope Scope => CaptionScope.Tournament;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        // Stands large above the lines: the names of events are too long for that.
        ["title"] = CaptionValue.Level(source.RequiredTournament.CurrentLevel) is { Length: > 0 } level ? level : "TOURNAMENT UPDATE",
        ["line_1"] = PlayersLeft(source.RequiredTournament),
        ["line_2"] = AverageStack(source.RequiredTournament),
    };

    private static string PlayersLeft(TournamentFacts tournament) => tournament switch
    {
        { RemainingPlayers: > 0 and var left, Entries: > 0 and var entries } => $"{CaptionValue.Count(left)} OF {CaptionValue.Count(entries)} PLAYERS LEFT",
        { RemainingPlayers: > 0 and var left } => $"{CaptionValue.Count(left)} PLAYERS LEFT",
        _ => "",
    };

    private static string AverageStack(TournamentFacts tournament)
        => tournament is { StartingChips: > 0 and var chips, Entries: > 0 and var entries, RemainingPlayers: > 0 and var left }
            && CaptionValue.Chips(chips * entries / left) is { Length: > 0 } average
            ? $"AVERAGE STACK {average}"
            : "";
}
