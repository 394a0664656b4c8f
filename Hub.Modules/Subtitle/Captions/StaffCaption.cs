namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>Commentator</c> and <c>Reporter</c>: who is on duty, with social handles.</summary>
/// <param name="template">Name of the composition.</param>
/// <param name="staff">Whom of the programme it shows.</param>
internal sealed class StaffCaption(string template, Func<ProgrammeFacts, IReadOnlyList<StaffMember>> staff) : IComposition
{
    private const int Slots = 2;

    public string Template => template;

    public CaptionScope Scope => CaptionScope.Programme;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        fields.AddSlots(Slots, staff(source.Programme), ("name", member => CaptionValue.Text(member.Name)), ("sub", member => CaptionValue.Text(member.SocialHandle)));
        return fields;
    }
}
