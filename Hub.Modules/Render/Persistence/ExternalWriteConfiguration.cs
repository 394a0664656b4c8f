using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Render.Persistence;

internal sealed class ExternalWriteConfiguration : IEntityTypeConfiguration<ExternalWrite>
{
    public void Configure(EntityTypeBuilder<ExternalWrite> builder)
    {
        builder.ToTable("external_write").HasKey(write => write.Id);
        builder.Property(write => write.StatusBefore).HasMaxLength(20);
        builder.Property(write => write.Status).HasMaxLength(20);
        builder.Property(write => write.WrittenAt).HasDefaultValueSql("clock_timestamp()");
    }
}
