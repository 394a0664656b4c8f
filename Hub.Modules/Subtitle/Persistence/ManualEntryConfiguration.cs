using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

/// <summary>What the tables of manual data have in common.</summary>
internal abstract class ManualEntryConfiguration<TEntry>(string table) : IEntityTypeConfiguration<TEntry>
    where TEntry : ManualEntry
{
    protected const int LongestName = 200;

    public void Configure(EntityTypeBuilder<TEntry> builder)
    {
        builder.ToTable(table);
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Version).HasColumnName("xmin").HasColumnType("xid").IsRowVersion();
        builder.Property(entry => entry.ChangedBy).HasMaxLength(LongestName);
        ConfigureEntry(builder);
    }

    protected abstract void ConfigureEntry(EntityTypeBuilder<TEntry> builder);
}
