using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Compliance.Persistence.Captions;

/// <summary>Tables of a second made-up module on the same bus.</summary>
internal sealed class CaptionDbContext(DbContextOptions<CaptionDbContext> options) : DbContext(options)
{
    public const string Schema = "caption";

    public DbSet<CaptionLine> Lines => Set<CaptionLine>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<CaptionLine>(line => line.ToTable("line"));
    }
}
