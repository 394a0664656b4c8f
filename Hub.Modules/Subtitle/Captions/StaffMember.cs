namespace Hub.Modules.Subtitle.Captions;

/// <summary>A commentator or reporter.</summary>
/// <param name="Name">Name.</param>
/// <param name="SocialHandle">Social handle as it is shown, or null.</param>
internal sealed record StaffMember(string Name, string? SocialHandle);
