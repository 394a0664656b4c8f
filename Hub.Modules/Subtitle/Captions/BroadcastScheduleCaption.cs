namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>Broadcast Schedule</c>: what is broadcast next.</summary>
internal sealed class BroadcastScheduleCaption : IComposition
{
    private const int Slots = 6;

    public string Template => "Broadcast Schedule";

    public CaptionScope Scope => CaptionScope.Programme;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        fields.AddSlots(
            Slots,
            source.Programme.Schedule,
            ("date", broadcast => CaptionValue.Date(broadcast.Date)),
            ("time", broadcast => CaptionValue.Time(broadcast.Start)),
            ("event_name", broadcast => CaptionValue.Text(broadcast.EventTitle)));
        return fields;
    }
}
