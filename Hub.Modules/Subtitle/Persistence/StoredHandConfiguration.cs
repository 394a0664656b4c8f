using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class StoredHandConfiguration : IEntityTypeConfiguration<StoredHand>
{
    public void Configure(EntityTypeBuilder<StoredHand> builder)
    {
        builder.ToTable("hand");
        builder.HasKey(hand => new { hand.SessionId, hand.StartTicks });
        builder.Property(hand => hand.StartTicks).ValueGeneratedNever();
        builder.Property(hand => hand.Facts).HasJson("json");
        builder.Property(hand => hand.Placed).HasJson("jsonb");
        builder.HasIndex(hand => hand.MissedAt).HasFilter("missed_at IS NOT NULL");
        builder.HasOne<CaptionSession>().WithMany().HasForeignKey(hand => hand.SessionId);
    }
}
