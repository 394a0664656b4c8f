using Microsoft.EntityFrameworkCore;

namespace Hub.Tests.Compliance.Persistence.Ledger;

/// <summary>Tables of a made-up module that counts chips.</summary>
internal sealed class LedgerDbContext(DbContextOptions<LedgerDbContext> options) : DbContext(options)
{
    public const string Schema = "ledger";

    public DbSet<LedgerEntry> Entries => Set<LedgerEntry>();

    public DbSet<ChipStack> Stacks => Set<ChipStack>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.Entity<LedgerEntry>(entry =>
        {
            entry.ToTable("entry");
            entry.HasIndex(row => row.UniqueNote).IsUnique();
        });
        modelBuilder.Entity<ChipStack>(stack =>
        {
            stack.ToTable("chip_stack");
            stack.Property(row => row.CorrelationId).HasDefaultValueSql("gen_random_uuid()");
            stack.HasIndex(row => row.CorrelationId).IsUnique();
            stack.Property(row => row.Status)
                .HasColumnName("status")
                .HasConversion(state => state.ToLowerInvariant(), stored => char.ToUpperInvariant(stored[0]) + stored.Substring(1))
                .HasDefaultValue("Pending");
            stack.HasMany<StackMove>().WithOne().HasForeignKey(move => move.StackId);
        });
        modelBuilder.Entity<ShotClock>(clock =>
        {
            clock.ToTable("shot_clock");
            clock.HasKey(row => row.CorrelationId);
        });
        modelBuilder.Entity<StackMove>(move => move.ToTable("stack_move"));
    }
}
