using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Render.Persistence;

/// <summary>v1's two render tables in <c>public</c>, and the module's own in <c>render</c>.</summary>
internal sealed class RenderDbContext(DbContextOptions<RenderDbContext> options) : DbContext(options)
{
    public const string Schema = "render";

    public DbSet<RenderInstruction> Instructions => Set<RenderInstruction>();

    public DbSet<RenderOutput> Outputs => Set<RenderOutput>();

    public DbSet<Lease> Leases => Set<Lease>();

    public DbSet<KnownWorker> Workers => Set<KnownWorker>();

    public DbSet<AbandonedClaim> AbandonedClaims => Set<AbandonedClaim>();

    public DbSet<DeadlineRisk> DeadlineRisks => Set<DeadlineRisk>();

    public DbSet<ExternalWrite> ExternalWrites => Set<ExternalWrite>();

    public DbSet<StandingAlert> StandingAlerts => Set<StandingAlert>();

    /// <summary>An instruction as it is now, held until the transaction ends; null when there is none.</summary>
    public async Task<RenderInstruction?> LockAsync(int id, CancellationToken cancellationToken)
        => (await Instructions.FromSql($"SELECT * FROM public.render_instructions WHERE id = {id} FOR NO KEY UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(RenderDbContext).Assembly);
    }
}
