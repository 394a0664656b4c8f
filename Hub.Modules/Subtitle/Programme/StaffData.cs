using Hub.Modules.Subtitle.ManualData;

namespace Hub.Modules.Subtitle.Programme;

/// <summary>A commentator or reporter as the API takes and shows him.</summary>
internal sealed record StaffData : ManualEntryData
{
    /// <summary>Required, unique in the role.</summary>
    public string? Name { get; init; }

    /// <summary>As it is shown: <c>@handle</c>.</summary>
    public string? SocialHandle { get; init; }

    /// <summary><c>commentator</c> or <c>reporter</c>; required.</summary>
    public string? Role { get; init; }

    /// <summary>0 to 999; captions show the lowest first.</summary>
    public int Position { get; init; }

    /// <summary>Only those on duty are shown.</summary>
    public bool IsOnDuty { get; init; } = true;
}
