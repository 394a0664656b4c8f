using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class BroadcastConfiguration : IEntityTypeConfiguration<Broadcast>
{
    private const int LongestText = 200;

    public void Configure(EntityTypeBuilder<Broadcast> builder)
    {
        builder.ToTable("broadcast");
        builder.Property(broadcast => broadcast.Title).HasMaxLength(LongestText);
        builder.Property(broadcast => broadcast.Channel).HasMaxLength(LongestText);
        builder.HasIndex(broadcast => new { broadcast.Date, broadcast.StartsAt });
    }
}
