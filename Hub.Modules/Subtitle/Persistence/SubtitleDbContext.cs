using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.Persistence;

/// <summary>The module's own tables in <c>subtitle</c>, and v1's <c>public.tournaments</c>.</summary>
internal sealed class SubtitleDbContext(DbContextOptions<SubtitleDbContext> options) : DbContext(options)
{
    public const string Schema = "subtitle";

    public DbSet<Tournament> Tournaments => Set<Tournament>();

    public DbSet<ImportedTournament> ImportedTournaments => Set<ImportedTournament>();

    public DbSet<TournamentMoment> TournamentMoments => Set<TournamentMoment>();

    public DbSet<Broadcast> Broadcasts => Set<Broadcast>();

    public DbSet<CsvFile> CsvFiles => Set<CsvFile>();

    public DbSet<CaptionSession> Sessions => Set<CaptionSession>();

    public DbSet<StoredHand> Hands => Set<StoredHand>();

    public DbSet<HandEvent> HandEvents => Set<HandEvent>();

    public DbSet<LoggedCaption> Captions => Set<LoggedCaption>();

    public DbSet<AskedCaption> AskedCaptions => Set<AskedCaption>();

    public DbSet<Player> Players => Set<Player>();

    public DbSet<NameOverride> NameOverrides => Set<NameOverride>();

    public DbSet<SeatAssignment> SeatAssignments => Set<SeatAssignment>();

    public DbSet<Staff> Staff => Set<Staff>();

    public DbSet<Venue> Venues => Set<Venue>();

    public DbSet<EventSeries> EventSeries => Set<EventSeries>();

    public DbSet<TableAssignment> TableAssignments => Set<TableAssignment>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.HasDefaultSchema(Schema).ApplyConfigurationsFromAssembly(typeof(SubtitleDbContext).Assembly);
}
