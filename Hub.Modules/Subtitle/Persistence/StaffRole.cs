namespace Hub.Modules.Subtitle.Persistence;

/// <summary>What a member of the staff is shown as.</summary>
internal enum StaffRole
{
    Commentator,
    Reporter,
}
