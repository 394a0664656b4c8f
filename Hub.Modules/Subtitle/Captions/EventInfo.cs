namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>Event info</c>: what a tournament costs and pays.</summary>
internal sealed class EventInfo : IComposition
{
    public string Template => "Event info";

    public CaptionScope Scope => CaptionScope.Tournament;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var tournament = source.RequiredTournament;
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["series"] = CaptionValue.Text(source.Programme.Series),
            ["buy_in"] = CaptionValue.Money(tournament.BuyIn),
            ["total_prize_pool"] = CaptionValue.Money(tournament.PrizePool),
            ["entrants"] = CaptionValue.Count(tournament.Entries),
            ["places_paid"] = CaptionValue.Count(tournament.PlacesPaid),
            ["buy_in_fee"] = CaptionValue.Money(tournament.Fee),
            ["total_fee"] = CaptionValue.Money(tournament.Fee * tournament.Entries),
        };
    }
}
