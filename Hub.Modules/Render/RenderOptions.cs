using System.ComponentModel.DataAnnotations;

namespace Hub.Modules.Render;

/// <summary>How clips are rendered.</summary>
internal sealed class RenderOptions
{
    public const string SectionName = "Render";

    /// <summary>Minutes.</summary>
    public const int ShortestTimeout = 1;

    /// <summary>Minutes.</summary>
    public const int LongestTimeout = 1440;

    /// <summary>Folder with one template package per sub-folder; null: <c>templates</c> beside the program.</summary>
    public string? TemplateFolder { get; set; }

    /// <summary>Folder of photos that fields name; null: <c>pictures</c> in the data folder.</summary>
    public string? PictureFolder { get; set; }

    /// <summary>Folders with a flag <c>kr.png</c> for each country; empty: where Debian's iso-flags-png-320x240 puts them.</summary>
    public IReadOnlyList<string> FlagFolders { get; set; } = [];

    /// <summary>Where clips are written; null: <c>clips</c> in the data folder.</summary>
    public string? OutputFolder { get; set; }

    /// <summary>Folders below which a request may ask for a copy of its clip; the output folder is always one of them.</summary>
    public IReadOnlyList<string> OutputRoots { get; set; } = [];

    /// <summary>Days after which a clip is removed; 0: never because of its age.</summary>
    [Range(0, 3650)]
    public int KeepClipsDays { get; set; } = 30;

    /// <summary>Gigabytes (2³⁰ bytes) that all clips together may take; beyond, the oldest are removed. Null: no limit.</summary>
    [Range(1, 1_000_000)]
    public int? KeepClipsGigabytes { get; set; }

    /// <summary>Hours that every clip is kept, whatever the other limits say.</summary>
    [Range(1, 8760)]
    public int KeepClipsAtLeastHours { get; set; } = 24;

    /// <summary>Seconds a worker may be silent before its claims are lost.</summary>
    [Range(2, 60)]
    public int LeaseSeconds { get; set; } = 5;

    /// <summary>Minutes one attempt may take, unless its template says otherwise.</summary>
    [Range(ShortestTimeout, LongestTimeout)]
    public int TimeoutMinutes { get; set; } = 10;

    /// <summary>Hours after which an instruction that a v1 client wrote while no hub ran is not rendered unless a person asks.</summary>
    [Range(1, 8760)]
    public int AdoptHours { get; set; } = 12;

    /// <summary>Seconds an engine child may take until it is ready.</summary>
    [Range(2, 300)]
    public int EngineStartSeconds { get; set; } = 10;

    /// <summary>Seconds an engine may take for a frame.</summary>
    [Range(2, 3600)]
    public int StallSeconds { get; set; } = 10;

    /// <summary>Seconds an engine may take after its last frame; a large file gets more.</summary>
    [Range(2, 3600)]
    public int FinishSeconds { get; set; } = 10;

    /// <summary>Megabytes beyond which an engine child is replaced after its job.</summary>
    [Range(128, 65536)]
    public int EngineMegabytes { get; set; } = 1024;

    /// <summary>Program and arguments that start an engine child; empty: this program with <c>engine-host</c>.</summary>
    public IReadOnlyList<string> EngineCommand { get; set; } = [];

    [Required]
    public CoordinatorOptions Coordinator { get; set; } = new();

    [Required]
    public WorkerOptions Worker { get; set; } = new();

    /// <summary>The role that takes requests, hands out tickets and judges lost attempts.</summary>
    internal sealed class CoordinatorOptions
    {
        public bool Enabled { get; set; } = true;

        /// <summary>
        /// Texts are measured and pictures looked at before a request is queued. Off only where this host lacks the workers' fonts.
        /// </summary>
        public bool InspectsClips { get; set; } = true;
    }

    /// <summary>The role that renders.</summary>
    internal sealed class WorkerOptions
    {
        public bool Enabled { get; set; } = true;

        /// <summary>Clips rendered at a time; null: half the processor cores, at least two.</summary>
        [Range(1, 64)]
        public int? Concurrency { get; set; }

        /// <summary>Megabytes that stay free on the disk of the clips: with less, and what a clip will take, it is not begun.</summary>
        [Range(0, 10_000_000)]
        public int DiskReserveMegabytes { get; set; } = 1024;

        /// <summary>Megabytes of memory that stay available.</summary>
        [Range(0, 1_000_000)]
        public int MemoryReserveMegabytes { get; set; } = 128;
    }
}
