namespace Hub.Modules.Subtitle.AskForCaptions;

/// <summary>The texts that a caption would have.</summary>
internal sealed record CaptionPreview(string Template, IReadOnlyDictionary<string, string> Fields);
