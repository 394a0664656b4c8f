namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>_Mini Payout</c>: what the places are paid, and who has got them so far.</summary>
internal sealed class MiniPayout : IComposition
{
    private const int Slots = 9;

    public string Template => "_Mini Payout";

    public CaptionScope Scope => CaptionScope.Tournament;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var tournament = source.RequiredTournament;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["event_name"] = CaptionValue.Text(tournament.Name) };
        fields.AddPayouts(Slots, tournament.Payouts, ("name", payout => NameAt(source, payout)));
        return fields;
    }

    // The hand knows places as they are taken, the tournament only at the end of a level. Several finish in a range, and who is still
    // playing has no place yet.
    private static string NameAt(CaptionSource source, Payout payout)
    {
        if (payout.FirstPlace != payout.LastPlace)
        {
            return "";
        }

        return source.Hand?.Players.FirstOrDefault(player => player.EliminationRank == payout.FirstPlace) is { } player
            ? source.ShortNameOf(player)
            : source.ShortNameOf(source.RequiredTournament.Finishers.FirstOrDefault(finisher => finisher.Place == payout.FirstPlace)?.Name);
    }
}
