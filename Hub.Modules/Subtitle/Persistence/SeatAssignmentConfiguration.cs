using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class SeatAssignmentConfiguration() : ManualEntryConfiguration<SeatAssignment>("seat_assignment")
{
    protected override void ConfigureEntry(EntityTypeBuilder<SeatAssignment> builder)
    {
        builder.Property(entry => entry.TableName).HasMaxLength(LongestName);
        builder.Property(entry => entry.TableKey).HasMaxLength(LongestName);
        builder.Property(entry => entry.PlayerName).HasMaxLength(LongestName);
        builder.HasIndex(entry => new { entry.TableKey, entry.Seat }).IsUnique();
    }
}
