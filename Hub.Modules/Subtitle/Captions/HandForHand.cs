namespace Hub.Modules.Subtitle.Captions;

/// <summary><c>1-Hand-for-hand play is currently in progress</c>.</summary>
internal sealed class HandForHand : IComposition
{
    public string Template => "1-Hand-for-hand play is currently in progress";

    public CaptionScope Scope => CaptionScope.Programme;

    public IReadOnlyDictionary<string, string> Write(CaptionSource source) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["message"] = "HAND-FOR-HAND PLAY IS CURRENTLY IN PROGRESS",
    };
}
