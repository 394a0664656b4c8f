using System.Globalization;
using System.Text.RegularExpressions;

namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>Installed server programs of PostgreSQL.</summary>
/// <param name="Folder">Folder with initdb, postgres and pg_ctl.</param>
/// <param name="Version">What <c>postgres --version</c> says, e.g. <c>15.18</c>.</param>
internal sealed partial record PostgresBinaries(string Folder, string Version)
{
    /// <summary>Oldest major version with all that the hub's SQL uses.</summary>
    public const int OldestMajor = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public int Major => int.Parse(Version.Split('.')[0], CultureInfo.InvariantCulture);

    /// <summary>
    /// Finds the programs: in <paramref name="configured"/> if set, else the newest of Debian's folders, else where PATH leads to.
    /// An existing cluster only runs under the major version that made it.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">There are none that fit.</exception>
    public static async Task<PostgresBinaries> FindAsync(string? configured, int? clusterMajor, CancellationToken cancellationToken)
    {
        List<PostgresBinaries> found = [];
        foreach (var folder in configured is { Length: > 0 } ? [Path.GetFullPath(configured)] : Candidates())
        {
            if (await ReadAsync(folder, cancellationToken) is { } binaries)
                found.Add(binaries);
        }

        var wanted = clusterMajor is { } major ? found.Find(binaries => binaries.Major == major) : found.Find(binaries => binaries.Major >= OldestMajor);
        return wanted ?? throw new EmbeddedPostgresException(Missing(configured, clusterMajor, found));
    }

    public string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    private static string Missing(string? configured, int? clusterMajor, List<PostgresBinaries> found)
    {
        var needed = clusterMajor is { } major ? $"PostgreSQL {major}, which made this data folder," : $"PostgreSQL {OldestMajor} or later";
        var place = configured is { Length: > 0 } ? $"in Data:PostgresBin = '{configured}'" : "on this machine";
        var seen = found.Count > 0 ? $" (found: {string.Join(", ", found.Select(binaries => binaries.Version))})" : "";
        return $"{needed} was not found {place}{seen}. Install it (Debian, Ubuntu: apt-get install postgresql), "
            + "or set Data:PostgresBin to the folder with initdb and postgres, or ConnectionStrings:Hub to use a server.";
    }

    private static IEnumerable<string> Candidates()
    {
        const string Debian = "/usr/lib/postgresql";
        var packaged = Directory.Exists(Debian)
            ? Directory.GetDirectories(Debian)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
        var name = OperatingSystem.IsWindows() ? "postgres.exe" : "postgres";
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => new FileInfo(Path.Combine(folder, name)))
            .Where(file => file.Exists)
            // PATH often holds links; initdb finds its share folder only beside the real file.
            .Select(file => Path.GetDirectoryName(file.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? file.FullName)!);
        return packaged.Concat(onPath).Distinct(StringComparer.Ordinal);
    }

    private static async Task<PostgresBinaries?> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var binaries = new PostgresBinaries(folder, "");
        if (!File.Exists(binaries.Program("postgres")) || !File.Exists(binaries.Program("initdb")) || !File.Exists(binaries.Program("pg_ctl")))
            return null;

        var (_, output) = await ChildProgram.RunAsync([binaries.Program("postgres"), "--version"], "", Patience, cancellationToken);
        return VersionPattern().Match(output) is { Success: true } match ? binaries with { Version = match.Groups["version"].Value } : null;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (?<version>[0-9.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionPattern();
}
