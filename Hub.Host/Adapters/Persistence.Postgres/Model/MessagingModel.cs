using Hub.Adapters.Persistence.Postgres.Outbox;
using Hub.Adapters.Persistence.Postgres.Timers;
using Microsoft.EntityFrameworkCore;

namespace Hub.Adapters.Persistence.Postgres.Model;

/// <summary>How the tables of outbox and timers are mapped, in the context that owns them and in those of the modules that write to them.</summary>
internal static class MessagingModel
{
    public const string Schema = "messaging";

    public static void MapOutbox(ModelBuilder model, bool owner)
    {
        model.Entity<OutboxScope>(scope =>
        {
            scope.ToTable("outbox_scope", Schema, table => table.ExcludeFromMigrations(!owner));
            scope.HasKey(row => row.Id);
            scope.Property(row => row.Id).ValueGeneratedNever();
            scope.Property(row => row.DueAt).HasDefaultValueSql("now()");
            // As the delivery takes them: without the id, a resend of thousands would be sorted anew for each batch.
            scope.HasIndex(row => new { row.DueAt, row.Id });
        });
        model.Entity<OutboxMessage>(message =>
        {
            message.ToTable("outbox_message", Schema, table => table.ExcludeFromMigrations(!owner));
            message.HasKey(row => new { row.ScopeId, row.Ordinal });
            message.Property(row => row.ScopeId).ValueGeneratedNever();
            message.Property(row => row.Ordinal).ValueGeneratedNever();
            message.Property(row => row.CreatedAt).HasDefaultValueSql("now()");
        });
        model.Entity<StoredTimer>(timer =>
        {
            timer.ToTable("timer", Schema, table => table.ExcludeFromMigrations(!owner));
            timer.HasKey(row => row.Token);
            timer.Property(row => row.Token).ValueGeneratedNever();
            timer.Property(row => row.DueAt).HasDefaultValueSql("now()");
            timer.Property(row => row.CreatedAt).HasDefaultValueSql("now()");
            timer.HasIndex(row => row.DueAt);
        });
    }
}
