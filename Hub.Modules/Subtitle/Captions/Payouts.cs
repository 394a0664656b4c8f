namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>Payouts</c>: what the places are paid, from the first down.</summary>
internal sealed class Payouts : IComposition
{
    private const int Slots = 9;

    public string Template => "Payouts";

    public CaptionScope Scope => CaptionScope.Tournament;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var tournament = source.RequiredTournament;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["event_name"] = CaptionValue.Text(tournament.Name) };
        fields.AddPayouts(Slots, tournament.Payouts);
        return fields;
    }
}
