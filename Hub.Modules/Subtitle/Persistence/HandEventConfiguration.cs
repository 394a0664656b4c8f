using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class HandEventConfiguration : IEntityTypeConfiguration<HandEvent>
{
    public void Configure(EntityTypeBuilder<HandEvent> builder)
    {
        builder.ToTable("hand_event");
        builder.HasKey(happened => new { happened.SessionId, happened.Sequence });
        builder.Property(happened => happened.Sequence).ValueGeneratedNever();
        builder.Property(happened => happened.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(happened => happened.Facts).HasJson("json");
        builder.HasOne<CaptionSession>().WithMany().HasForeignKey(happened => happened.SessionId);
    }
}
