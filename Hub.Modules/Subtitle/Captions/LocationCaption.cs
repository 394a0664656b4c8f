namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>Location</c>: where it is played.</summary>
internal sealed class LocationCaption : IComposition
{
    public string Template => "Location";

    public CaptionScope Scope => CaptionScope.Programme;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["venue"] = CaptionValue.Text(source.Programme.Venue),
    };
}
