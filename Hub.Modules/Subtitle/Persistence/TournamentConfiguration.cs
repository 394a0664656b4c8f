using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class TournamentConfiguration : IEntityTypeConfiguration<Tournament>
{
    public void Configure(EntityTypeBuilder<Tournament> builder)
    {
        builder.ToTable("tournaments", "public");
        builder.HasKey(row => row.Id).HasName("tournaments_pkey");
        builder.HasAlternateKey(row => row.EventCode).HasName("tournaments_event_code_key");
        builder.Property(row => row.Id).UseSerialColumn();
        builder.Property(row => row.Name).HasMaxLength(200);
        builder.Property(row => row.EventCode).HasMaxLength(50);
        builder.Property(row => row.EventType).HasMaxLength(30).HasDefaultValue("HOLDEM");
        builder.Property(row => row.BuyIn).HasDefaultValue(0);
        builder.Property(row => row.PrizePool).HasDefaultValue(0);
        builder.Property(row => row.TotalEntries).HasDefaultValue(0);
        builder.Property(row => row.RemainingPlayers).HasDefaultValue(0);
        builder.Property(row => row.CurrentLevel).HasDefaultValue(1);
        builder.Property(row => row.BlindsJson).HasColumnType("jsonb").HasDefaultValueSql("'[]'");
        builder.Property(row => row.CurrentBlindsJson).HasColumnType("jsonb");
        builder.Property(row => row.PayoutsJson).HasColumnType("jsonb").HasDefaultValueSql("'[]'");
        builder.Property(row => row.PlacesPaid).HasDefaultValue(0);
        builder.Property(row => row.StandingsJson).HasColumnType("jsonb").HasDefaultValueSql("'[]'");
        builder.Property(row => row.Source).HasMaxLength(20).HasDefaultValue("csv");
        builder.Property(row => row.CreatedAt).HasDefaultValueSql("now()");
        builder.Property(row => row.UpdatedAt).HasDefaultValueSql("now()");
    }
}
