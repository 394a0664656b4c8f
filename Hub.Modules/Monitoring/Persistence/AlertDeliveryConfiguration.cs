using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Monitoring.Persistence;

internal sealed class AlertDeliveryConfiguration : IEntityTypeConfiguration<AlertDelivery>
{
    public void Configure(EntityTypeBuilder<AlertDelivery> builder)
    {
        builder.ToTable("alert_delivery").HasKey(delivery => delivery.Id);
        builder.Property(delivery => delivery.Target).HasMaxLength(100);
        builder.Property(delivery => delivery.Attempts).HasDefaultValue(0);
        builder.HasOne<Alert>().WithMany().HasForeignKey(delivery => delivery.AlertId);
        builder.HasIndex(delivery => new { delivery.Target, delivery.DueAt })
            .HasDatabaseName("ix_alert_delivery_open").HasFilter("sent_at IS NULL AND given_up_at IS NULL");
    }
}
