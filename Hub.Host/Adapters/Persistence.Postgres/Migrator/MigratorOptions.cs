using System.ComponentModel.DataAnnotations;

namespace Hub.Adapters.Persistence.Postgres.Migrator;

/// <summary>How long the start waits for the database.</summary>
public sealed class MigratorOptions
{
    /// <summary>Section of the configuration.</summary>
    public const string SectionName = "Data:Migrations";

    /// <summary>Longest wait until the database server answers.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait until another host has finished migrating.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromMinutes(5);
}
