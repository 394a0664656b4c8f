using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.ManualData;
using Hub.Modules.Subtitle.Persistence;

namespace Hub.Modules.Subtitle.Programme;

/// <summary>Commentators and reporters.</summary>
internal sealed class StaffKind : ManualKind<Staff, StaffData>
{
    private const int HighestPosition = 999;

    private static readonly Dictionary<string, StaffRole> Roles =
        Enum.GetValues<StaffRole>().ToDictionary(WordOf, StringComparer.OrdinalIgnoreCase);

    public override string Path => "staff";

    public override string Name => "staff";

    public override string Words => "member of the staff";

    public override void Check(StaffData data, FieldErrors errors)
    {
        errors.CheckName("name", data.Name);
        errors.CheckText("socialHandle", data.SocialHandle);
        if (!Roles.ContainsKey(data.Role ?? ""))
            errors.Add("role", $"must be {string.Join(" or ", Roles.Keys)}");
        errors.CheckRange("position", data.Position, 0, HighestPosition);
    }

    public override void Write(StaffData data, Staff entry)
    {
        entry.Name = NameKey.Tidy(data.Name!);
        entry.NameKey = NameKey.Of(data.Name!);
        entry.SocialHandle = TextRules.Filled(data.SocialHandle);
        entry.Role = Roles[data.Role!];
        entry.Position = data.Position;
        entry.IsOnDuty = data.IsOnDuty;
    }

    public override StaffData Show(Staff entry) => new()
    {
        Name = entry.Name,
        SocialHandle = entry.SocialHandle,
        Role = WordOf(entry.Role),
        Position = entry.Position,
        IsOnDuty = entry.IsOnDuty,
    };

    public override CaptionImpact ImpactOf(Staff entry) => CaptionImpact.OnProgramme;

    public override IQueryable<Staff> Search(IQueryable<Staff> entries, string key) => entries.Where(entry => entry.NameKey.Contains(key));

    private static string WordOf(StaffRole role) => role.ToString().ToLowerInvariant();
}
