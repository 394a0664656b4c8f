using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal abstract class ProgrammeNameConfiguration<TName>(string table) : ManualEntryConfiguration<TName>(table)
    where TName : ProgrammeName
{
    protected override void ConfigureEntry(EntityTypeBuilder<TName> builder)
    {
        builder.Property(entry => entry.Name).HasMaxLength(LongestName);
        builder.Property(entry => entry.NameKey).HasMaxLength(LongestName);
        builder.HasIndex(entry => entry.NameKey).IsUnique();
        builder.HasIndex(entry => entry.IsCurrent).IsUnique().HasFilter("is_current");
    }
}
