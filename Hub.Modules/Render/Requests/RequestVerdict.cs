namespace Hub.Modules.Render.Requests;

/// <summary>Whether a request can be rendered.</summary>
/// <param name="OutputSettingsJson">What the row's output_settings_json shall say.</param>
/// <param name="TemplateVersion">Version it was checked against; null when there is no such template.</param>
/// <param name="Complaint">What keeps it from being rendered, in words for the operator; null when nothing does.</param>
internal sealed record RequestVerdict(string OutputSettingsJson, int? TemplateVersion, string? Complaint);
