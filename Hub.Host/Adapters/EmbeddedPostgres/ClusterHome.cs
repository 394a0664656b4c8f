using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>Where a data folder keeps its cluster: in <c>postgres</c> below it, unless a pointer file names another place.</summary>
internal sealed class ClusterHome
{
    private const string SystemFolder = "/var/lib/automation-hub";
    private readonly string _dataFolder;

    private ClusterHome(string dataFolder, string folder) => (_dataFolder, Folder) = (dataFolder, folder);

    /// <summary>Owned by the server's account; holds the cluster and its logs. Made whole or not at all.</summary>
    public string Folder { get; }

    /// <summary>PostgreSQL's data directory.</summary>
    public string Cluster => Path.Combine(Folder, "data");

    /// <summary>Logs of the last seven days.</summary>
    public string Logs => Path.Combine(Folder, "log");

    /// <summary>Password of the hub's role, readable by the account of the hub alone.</summary>
    public string PasswordFile => Path.Combine(_dataFolder, "postgres.password");

    /// <summary>Major version of the server that made the cluster, or null when there is none yet.</summary>
    public int? Major
        => File.Exists(Path.Combine(Cluster, "PG_VERSION")) ? int.Parse(File.ReadAllText(Path.Combine(Cluster, "PG_VERSION")).Trim(), CultureInfo.InvariantCulture) : null;

    public static async Task<ClusterHome> FindAsync(string dataFolder, ServerAccount account, CancellationToken cancellationToken)
    {
        var pointer = Path.Combine(dataFolder, "postgres.location");
        if (File.Exists(pointer))
            return new(dataFolder, (await File.ReadAllTextAsync(pointer, cancellationToken)).Trim());

        if (await account.CanEnterAsync(dataFolder, cancellationToken))
            return new(dataFolder, Path.Combine(dataFolder, "postgres"));

        // Typically a home folder, closed to everyone else.
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(dataFolder)))[..12];
        var folder = Path.Combine(SystemFolder, $"postgres-{id}");
        Directory.CreateDirectory(SystemFolder);
        await File.WriteAllTextAsync(pointer, folder + Environment.NewLine, cancellationToken);
        return new(dataFolder, folder);
    }
}
