using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class TableAssignmentConfiguration() : ManualEntryConfiguration<TableAssignment>("table_assignment")
{
    private const int LongestEventCode = 50;

    protected override void ConfigureEntry(EntityTypeBuilder<TableAssignment> builder)
    {
        builder.Property(entry => entry.TableName).HasMaxLength(LongestName);
        builder.Property(entry => entry.TableKey).HasMaxLength(LongestName);
        builder.Property(entry => entry.EventCode).HasMaxLength(LongestEventCode);
        builder.HasIndex(entry => entry.TableKey).IsUnique();
    }
}
