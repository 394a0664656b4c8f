using Hub.Modules.Subtitle.ReadCsv.Formats;

namespace Hub.Modules.Subtitle.Tournaments.Import;

/// <summary>What the files say about tournaments, one part each.</summary>
internal static class TournamentParts
{
    public static TournamentPart<TournamentEntry> Entry { get; } = new(
        new TournamentDataFormat(),
        facts => facts.Entry is { } entry ? [entry] : [],
        (facts, entries) => facts with { Entry = entries[0] },
        entries => entries);

    public static TournamentPart<LevelEntry> Levels { get; } = new(
        new LevelFormat(),
        facts => facts.Levels ?? [],
        (facts, levels) => facts with { Levels = levels },
        levels => levels.OrderBy(level => level.Level).ThenBy(level => level.IsBreak));

    public static TournamentPart<PayoutEntry> Payouts { get; } = new(
        new PayoutFormat(),
        facts => facts.Payouts ?? [],
        (facts, payouts) => facts with { Payouts = payouts },
        payouts => payouts.OrderBy(payout => payout.FirstPlace));

    public static TournamentPart<ChipEntry> Standings { get; } = new(
        new ChipFormat(),
        facts => facts.Standings ?? [],
        (facts, players) => facts with { Standings = players },
        players => players.OrderBy(player => player.IsEliminated).ThenByDescending(player => player.Chips).ThenBy(player => player.Name, StringComparer.Ordinal));
}
