namespace Hub.Modules.Subtitle.Persistence;

/// <summary>A commentator or reporter.</summary>
internal sealed class Staff : ManualEntry
{
    public string Name { get; set; } = "";

    public string NameKey { get; set; } = "";

    /// <summary>Social handle as it is shown.</summary>
    public string? SocialHandle { get; set; }

    public StaffRole Role { get; set; }

    /// <summary>Place in the order in which those on duty are shown, lowest first.</summary>
    public int Position { get; set; }

    public bool IsOnDuty { get; set; }
}
