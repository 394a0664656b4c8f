using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class StaffConfiguration() : ManualEntryConfiguration<Staff>("staff")
{
    protected override void ConfigureEntry(EntityTypeBuilder<Staff> builder)
    {
        builder.Property(staff => staff.Name).HasMaxLength(LongestName);
        builder.Property(staff => staff.NameKey).HasMaxLength(LongestName);
        builder.Property(staff => staff.SocialHandle).HasMaxLength(LongestName);
        builder.Property(staff => staff.Role).HasMaxLength(20).HasConversion(role => role.ToString().ToLowerInvariant(), text => Enum.Parse<StaffRole>(text, ignoreCase: true));
        builder.HasIndex(staff => new { staff.Role, staff.NameKey }).IsUnique();
    }
}
