namespace Hub.Adapters.Persistence.Postgres.Migrator;

/// <summary>A migration the database does not have yet.</summary>
/// <param name="Context">DbContext it belongs to.</param>
/// <param name="Migration">Its id: time stamp and name.</param>
public sealed record PendingMigration(string Context, string Migration);
