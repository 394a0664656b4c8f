using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Render.Persistence;

internal sealed class StandingAlertConfiguration : IEntityTypeConfiguration<StandingAlert>
{
    public void Configure(EntityTypeBuilder<StandingAlert> builder)
        => builder.ToTable("standing_alert").HasKey(alert => new { alert.Code, alert.Subject });
}
