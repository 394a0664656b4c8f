using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Monitoring.Persistence;

internal sealed class AlertConfiguration : IEntityTypeConfiguration<Alert>
{
    public void Configure(EntityTypeBuilder<Alert> builder)
    {
        // What changes with every repeat is in no index, so that a storm rewrites one row in place.
        builder.ToTable("alert").HasKey(alert => alert.Id);
        builder.Property(alert => alert.Code).HasMaxLength(100);
        builder.Property(alert => alert.Subject).HasMaxLength(200);
        builder.Property(alert => alert.ResolvedBy).HasMaxLength(100);
        builder.HasIndex(alert => new { alert.Code, alert.Subject }).HasDatabaseName("ix_alert_open").IsUnique().HasFilter("resolved_at IS NULL");
        builder.HasIndex(alert => new { alert.Code, alert.Subject, alert.ResolvedAt }).HasDatabaseName("ix_alert_ended").HasFilter("resolved_at IS NOT NULL");
    }
}
