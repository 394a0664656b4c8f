namespace Hub.Modules.Render.Persistence;

/// <summary>A running worker process. The row goes when a coordinator finds that the process no longer holds its presence lock.</summary>
internal sealed class KnownWorker
{
    /// <summary>A new one for every process; also the key of its presence lock.</summary>
    public int Id { get; set; }

    /// <summary>What people call it: machine and process.</summary>
    public required string Name { get; set; }

    /// <summary>Clips it renders at a time; 0 while it takes none.</summary>
    public int Slots { get; set; }

    /// <summary>What is wrong with its disk, its memory or its output folder; null when nothing is.</summary>
    public string? Trouble { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    /// <summary>When it last had contact with the database.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it said that it stops; one that goes without a word is lost.</summary>
    public DateTimeOffset? LeftAt { get; set; }
}
