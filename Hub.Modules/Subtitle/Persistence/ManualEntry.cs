namespace Hub.Modules.Subtitle.Persistence;

/// <summary>A row that a person keeps: what all of them have in common.</summary>
internal abstract class ManualEntry
{
    public int Id { get; init; }

    /// <summary>PostgreSQL's <c>xmin</c>: another one after each change, so that nobody overwrites what he has not seen.</summary>
    public uint Version { get; init; }

    /// <summary>Login that changed it last.</summary>
    public string ChangedBy { get; set; } = "";

    /// <summary>To the microsecond, as PostgreSQL keeps it.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Notes who changes the entry, and when.</summary>
    public void SignBy(string user, DateTimeOffset now)
    {
        ChangedBy = user;
        ChangedAt = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
