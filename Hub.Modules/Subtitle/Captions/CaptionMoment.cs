namespace Hub.Modules.Subtitle.Captions;

/// <summary>
/// What captions are written from that moves on by itself. A caption is a picture of a moment: written again it must not say how
/// many players are left by now.
/// </summary>
/// <param name="Tournament">The tournament, or null.</param>
/// <param name="Programme">What was entered about the programme.</param>
internal sealed record CaptionMoment(TournamentFacts? Tournament, ProgrammeFacts Programme)
{
    // As many places as the longest list of payouts has rows.
    private const int PlacesShown = 11;

    /// <summary>The moment that a caption was written in, without the hundreds in the standings whom it cannot show.</summary>
    public static CaptionMoment Of(CaptionSource source)
    {
        var seated = (source.Hand?.Players ?? []).SelectMany(player => new[] { player.Name, player.LongName }).Select(Key).ToHashSet(StringComparer.Ordinal);
        return new CaptionMoment(
            source.Tournament is { } tournament ? tournament with { Standings = [.. tournament.Standings.Where(IsShown)] } : null,
            source.Programme);

        bool IsShown(ChipStanding standing) => standing is { Chips: 0, Rank: > 0 and <= PlacesShown } || seated.Contains(Key(standing.Name));

        string Key(string name) => NameKey.Of(source.Players.Corrected(name));
    }

    /// <summary>The same moment with what was wrong about the tournament put right. What happened since stays out: level, players left, standings.</summary>
    public CaptionMoment Correct(TournamentFacts corrected) => Tournament is null ? this : this with
    {
        Tournament = Tournament with
        {
            Name = corrected.Name,
            BuyIn = corrected.BuyIn,
            Fee = corrected.Fee,
            PrizePool = corrected.PrizePool,
            Entries = corrected.Entries,
            PlacesPaid = corrected.PlacesPaid,
            StartingChips = corrected.StartingChips,
            Levels = corrected.Levels,
            Payouts = corrected.Payouts,
        },
    };
}
