namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>Commentator</c>: who is on duty, with social handles.</summary>
internal sealed class CommentatorCaption : IComposition
{
    private const int Slots = 2;

    public string Template => "Commentator";

    public CaptionScope Scope => CaptionScope.Programme;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        fields.AddSlots(
            Slots,
            source.Programme.Commentators,
            ("name", staff => CaptionValue.Text(staff.Name)),
            ("sub", staff => CaptionValue.Text(staff.SocialHandle)));
        return fields;
    }
}
