namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>1-NEXT STREAM STARTING SOON</c>: what the next stream shows; without a schedule, that there will be one.</summary>
internal sealed class NextStream : IComposition
{
    public string Template => "1-NEXT STREAM STARTING SOON";

    public CaptionScope Scope => CaptionScope.Programme;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["message"] = CaptionValue.Text(source.Programme.Schedule is [var next, ..] ? next.EventTitle : "Stay tuned"),
    };
}
