using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Subtitle.Persistence;

internal sealed class EliminationConfiguration : IEntityTypeConfiguration<Elimination>
{
    public void Configure(EntityTypeBuilder<Elimination> builder)
    {
        builder.ToTable("elimination");
        builder.HasKey(row => new { row.SessionId, row.Sequence, row.Seat });
        builder.Property(row => row.Sequence).ValueGeneratedNever();
        builder.Property(row => row.Seat).ValueGeneratedNever();
        builder.HasOne<CaptionSession>().WithMany().HasForeignKey(row => row.SessionId);
    }
}
