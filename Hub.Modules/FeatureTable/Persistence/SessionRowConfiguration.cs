using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.FeatureTable.Persistence;

internal sealed class SessionRowConfiguration : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("session");
        builder.HasKey(session => session.SessionId);
        builder.Property(session => session.SessionId).ValueGeneratedNever();
        builder.Property(session => session.CopyHash).HasDefaultValue("");
        builder.Property(session => session.FormerCopyHashes).HasDefaultValueSql("'{}'");
    }
}
