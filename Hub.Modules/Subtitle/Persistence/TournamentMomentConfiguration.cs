using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class TournamentMomentConfiguration : IEntityTypeConfiguration<TournamentMoment>
{
    public void Configure(EntityTypeBuilder<TournamentMoment> builder)
    {
        builder.ToTable("tournament_moment");
        builder.HasKey(moment => moment.TriggerId);
        builder.Property(moment => moment.TriggerId).HasMaxLength(100);
        builder.Property(moment => moment.EventCode).HasMaxLength(50);
        builder.Property(moment => moment.TriggerType).HasMaxLength(50);
    }
}
