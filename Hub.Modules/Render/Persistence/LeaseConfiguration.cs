using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hub.Modules.Render.Persistence;

internal sealed class LeaseConfiguration : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> builder)
    {
        // No index on what a renewal changes, and room on the page: renewals stay heap-only updates.
        builder.ToTable("lease").HasStorageParameter("fillfactor", 50);
        builder.HasKey(lease => lease.ClaimId);
        builder.Property(lease => lease.ClaimId).ValueGeneratedNever();
        builder.HasIndex(lease => lease.InstructionId).IsUnique();
    }
}
