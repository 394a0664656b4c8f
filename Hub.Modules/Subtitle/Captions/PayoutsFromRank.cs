namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>Payouts (choose start rank)</c>: what the places are paid, from a chosen one down.</summary>
internal sealed class PayoutsFromRank : IComposition
{
    private const int Slots = 11;

    public string Template => "Payouts (choose start rank)";

    public CaptionScope Scope => CaptionScope.Tournament;

    public IReadOnlyList<string> Options => [CaptionOptions.StartRankName];

    /// <summary>A range that the chosen place lies in is shown whole.</summary>
    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var tournament = source.RequiredTournament;
        var start = source.Options.StartRank ?? 1;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["event_name"] = CaptionValue.Text(tournament.Name),
            ["start_rank"] = CaptionValue.Rank(start),
        };
        fields.AddPayouts(Slots, [.. tournament.Payouts.Where(payout => payout.LastPlace >= start)]);
        return fields;
    }
}
