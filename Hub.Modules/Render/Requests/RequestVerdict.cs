namespace Hub.Modules.Render.Requests;

/// <summary>Whether a request can be rendered.</summary>
/// <param name="OutputSettingsJson">What the row's output_settings_json shall say.</param>
/// <param name="TemplateVersion">Version it was checked against; null when there is no such template.</param>
/// <param name="Complaint">What keeps it from being rendered, in words for the operator; null when nothing does.</param>
/// <param name="OutputFilename">Name a copy is asked for under; null when none is.</param>
internal sealed record RequestVerdict(string OutputSettingsJson, int? TemplateVersion, string? Complaint, string? OutputFilename = null)
{
    /// <summary>The same as the database can hold it: a complaint quotes what was sent.</summary>
    public RequestVerdict Stored() => Complaint is null ? this : this with { Complaint = StoredText.Of(Complaint) };
}
