namespace Hub.Modules.Subtitle;

/// <summary>How captions are decided.</summary>
internal sealed class SubtitleOptions
{
    public const string SectionName = "Subtitle";

    /// <summary>Rules file; relative paths start at the working directory. Empty: <c>captions.json</c> beside the binary.</summary>
    public string RulesFile { get; init; } = "";

    /// <summary>Hands that were already in a file when it was first read are captioned, too, after everything live.</summary>
    public bool CaptionBacklog { get; init; }

    internal string RulesPath => RulesFile.Length > 0 ? Path.GetFullPath(RulesFile) : Path.Combine(AppContext.BaseDirectory, "captions.json");
}
