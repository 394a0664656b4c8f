using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class AskedCaptionConfiguration : IEntityTypeConfiguration<AskedCaption>
{
    public void Configure(EntityTypeBuilder<AskedCaption> builder)
    {
        builder.ToTable("asked_caption");
        builder.HasKey(asked => asked.Id);
        builder.Property(asked => asked.Template).HasMaxLength(100);
        builder.Property(asked => asked.TriggerId).HasMaxLength(100);
        builder.Property(asked => asked.Subject).HasMaxLength(20);
        builder.Property(asked => asked.AskedBy).HasMaxLength(200);
        builder.Property(asked => asked.IdempotencyKey).HasMaxLength(200);
        builder.Property(asked => asked.Fingerprint).HasMaxLength(64);
        builder.HasIndex(asked => new { asked.Template, asked.TriggerId, asked.Subject, asked.RequestNo }).IsUnique();
        builder.HasIndex(asked => new { asked.AskedBy, asked.IdempotencyKey }).IsUnique();
    }
}
