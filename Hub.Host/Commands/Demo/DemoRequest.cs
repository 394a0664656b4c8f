using Hub.Host.Database;

namespace Hub.Host.Commands.Demo;

/// <summary>What the demo was asked for.</summary>
internal sealed record DemoRequest
{
    private static readonly string Samples = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Play everything at once, wait, report, end; else hand by hand until stopped.</summary>
    public required bool Once { get; init; }

    /// <summary>Folder of tables; null: the samples beside the binary.</summary>
    public required string? Source { get; init; }

    /// <summary>Data folder; null: as configured.</summary>
    public required string? Data { get; init; }

    /// <summary>False: hands are stored, and that is all.</summary>
    public required bool Captions { get; init; }

    /// <summary>Processes that render; 0: the host does it itself.</summary>
    public required int Workers { get; init; }

    /// <summary>Settings of the hub that the user gave beside the demo's own options.</summary>
    public required string[] Settings { get; init; }

    public IReadOnlyList<DemoTable> Tables => DemoTable.Find(SourceFolder);

    /// <summary>Where the hub looks for the hands of <paramref name="table"/>: at the exports themselves, or where they are played into.</summary>
    public string WatchedFolderOf(DemoTable table) => Once ? table.Folder : Path.Combine(DataFolder, "demo-tables", table.Name);

    /// <summary>What is configured, as the hub itself reads it.</summary>
    public IConfiguration Configuration
        => new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddCommandLine(Settings).Build();

    public string DataFolder => Data is { Length: > 0 } ? Path.GetFullPath(Data) : DataOptions.FolderOf(Configuration);

    private string SourceFolder => Path.GetFullPath(Source ?? Samples);

    /// <summary>The settings that make the hub a demo.</summary>
    public string[] ToSettings()
    {
        List<string> settings = [.. Settings, "--Subtitle:CaptionBacklog=true"];
        if (Path.Combine(SourceFolder, DemoTable.TournamentFiles) is var tournaments && Directory.Exists(tournaments))
            settings.Insert(0, $"--Subtitle:CsvFolder={tournaments}");
        // Clips made here, too, would hide what the processes do; who wants both says so.
        if (Workers > 0)
            settings.Insert(0, "--Render:Worker:Enabled=false");
        if (Data is { Length: > 0 })
            settings.Add($"--Data:Folder={DataFolder}");
        foreach (var (index, table) in Tables.Index())
        {
            settings.Add($"--FeatureTable:Sources:{index}:Table={table.Name}");
            settings.Add($"--FeatureTable:Sources:{index}:Folder={WatchedFolderOf(table)}");
        }

        // The rules are empty rather than the module off, so that it knows the hands when captions are wanted later.
        if (!Captions)
            settings.Add($"--Subtitle:RulesFile={Path.Combine(Samples, "no-captions.json")}");

        // Standard output is for the report, or for what a watcher wants to read.
        settings.Add("--Logging:Console:LogToStandardErrorThreshold=Trace");
        return [.. settings];
    }
}
