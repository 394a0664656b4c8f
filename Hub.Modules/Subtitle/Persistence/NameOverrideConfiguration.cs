using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class NameOverrideConfiguration() : ManualEntryConfiguration<NameOverride>("name_override")
{
    protected override void ConfigureEntry(EntityTypeBuilder<NameOverride> builder)
    {
        builder.Property(entry => entry.ExportedName).HasMaxLength(LongestName);
        builder.Property(entry => entry.ExportedKey).HasMaxLength(LongestName);
        builder.Property(entry => entry.CorrectedName).HasMaxLength(LongestName);
        builder.HasIndex(entry => entry.ExportedKey).IsUnique();
    }
}
