using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Render.Persistence;

internal sealed class AbandonedClaimConfiguration : IEntityTypeConfiguration<AbandonedClaim>
{
    public void Configure(EntityTypeBuilder<AbandonedClaim> builder)
    {
        builder.ToTable("abandoned_claim").HasKey(claim => claim.ClaimId);
        builder.Property(claim => claim.ClaimId).ValueGeneratedNever();
        builder.Property(claim => claim.AbandonedAt).HasDefaultValueSql("now()");
    }
}
