using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class CaptionSessionConfiguration : IEntityTypeConfiguration<CaptionSession>
{
    public void Configure(EntityTypeBuilder<CaptionSession> builder)
    {
        builder.ToTable("session");
        builder.HasKey(session => session.SessionId);
        builder.Property(session => session.SessionId).ValueGeneratedNever();
        builder.Property(session => session.LastDecided).HasDefaultValue(0L);
    }
}
