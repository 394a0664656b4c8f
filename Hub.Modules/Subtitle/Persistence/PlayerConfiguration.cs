using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class PlayerConfiguration() : ManualEntryConfiguration<Player>("player")
{
    protected override void ConfigureEntry(EntityTypeBuilder<Player> builder)
    {
        builder.Property(player => player.Name).HasMaxLength(LongestName);
        builder.Property(player => player.NameKey).HasMaxLength(LongestName);
        builder.Property(player => player.DisplayName).HasMaxLength(LongestName);
        builder.Property(player => player.Nationality).HasMaxLength(2).IsFixedLength();
        builder.Property(player => player.Photo).HasMaxLength(LongestName);
        builder.HasIndex(player => player.NameKey).IsUnique();
    }
}
