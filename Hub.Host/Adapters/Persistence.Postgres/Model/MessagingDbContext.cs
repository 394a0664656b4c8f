using Hub.Adapters.Persistence.Postgres.BrokerLoss;
using Hub.Adapters.Persistence.Postgres.Inbox;
using Hub.Adapters.Persistence.Postgres.Outbox;
using Hub.Adapters.Persistence.Postgres.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace Hub.Adapters.Persistence.Postgres.Model;

/// <summary>Owns and migrates the messaging tables, and reads them for the delivery.</summary>
internal sealed class MessagingDbContext(DbContextOptions<MessagingDbContext> options) : DbContext(options)
{
    public DbSet<OutboxScope> Scopes => Set<OutboxScope>();

    public DbSet<OutboxMessage> Messages => Set<OutboxMessage>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        MessagingModel.MapOutbox(modelBuilder, owner: true);
        modelBuilder.Entity<InboxEntry>(inbox =>
        {
            inbox.ToTable("inbox", MessagingModel.Schema);
            inbox.HasKey(row => new { row.MessageId, row.ConsumerId });
            inbox.Property(row => row.ConsumedAt).HasDefaultValueSql("now()");
            inbox.HasIndex(row => row.ConsumedAt);
        });
        modelBuilder.Entity<DeadLetter>(letter =>
        {
            letter.ToTable("dead_letter", MessagingModel.Schema);
            letter.HasKey(row => new { row.MessageId, row.ConsumerId });
            letter.Property(row => row.FailedAt).HasDefaultValueSql("now()");
        });
        modelBuilder.Entity<Subscription>(subscription =>
        {
            subscription.ToTable("subscription", MessagingModel.Schema);
            subscription.HasKey(row => row.ConsumerId);
            subscription.Property(row => row.ConsumerId).ValueGeneratedNever();
            subscription.Property(row => row.LastSeenAt).HasDefaultValueSql("now()");
        });
        modelBuilder.Entity<KnownBroker>(broker =>
        {
            broker.ToTable("broker", MessagingModel.Schema);
            broker.HasKey(row => row.Name);
            broker.Property(row => row.Counter).HasDefaultValue(0L);
            broker.Property(row => row.Repairs).HasDefaultValue(0L);
            broker.Property(row => row.Generation).HasDefaultValue(0L);
            broker.Property(row => row.SeenAt).HasDefaultValueSql("'-infinity'");
        });
        modelBuilder.Entity<BrokerRecovery>(recovery =>
        {
            recovery.ToTable("broker_recovery", MessagingModel.Schema);
            recovery.HasKey(row => new { row.Broker, row.Part });
            recovery.Property(row => row.Generation).HasDefaultValue(0L);
            recovery.HasOne<KnownBroker>().WithMany().HasForeignKey(row => row.Broker);
        });
    }
}
