using System.ComponentModel.DataAnnotations;

namespace Hub.Host.Startup;

/// <summary>Where this process is to die, for those who test what survives it. Nothing of it is set in production.</summary>
internal sealed class FaultOptions
{
    public const string SectionName = "Faults";

    /// <summary>Name of the kill point; null for none.</summary>
    public string? KillAt { get; set; }

    /// <summary>At which pass of it.</summary>
    [Range(1, 1_000_000)]
    public int Pass { get; set; } = 1;

    /// <summary>The process stops (SIGSTOP) instead of dying, until somebody continues it.</summary>
    public bool Stalls { get; set; }
}
