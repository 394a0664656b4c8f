using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.Tournaments.Show;

/// <summary>A tournament as captions see it. What is unknown is null.</summary>
internal sealed record TournamentDetail
{
    public required TournamentSummary Tournament { get; init; }

    public long? Fee { get; init; }

    public long? StartingChips { get; init; }

    /// <summary>Levels and breaks in order.</summary>
    public required IReadOnlyList<BlindLevel> Levels { get; init; }

    /// <summary>From first place down.</summary>
    public required IReadOnlyList<Payout> Payouts { get; init; }

    /// <summary>Most chips first.</summary>
    public required IReadOnlyList<ChipStanding> Standings { get; init; }

    /// <summary>What has happened in it and was looked at by the caption rules, newest first.</summary>
    public required IReadOnlyList<MomentView> Moments { get; init; }
}
