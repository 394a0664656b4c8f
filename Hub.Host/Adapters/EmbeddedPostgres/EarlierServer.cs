using System.Diagnostics;
using System.Globalization;

namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>
/// A server that an earlier hub left behind on the same cluster: still shutting down because that hub was just killed, or an
/// orphan because its shell was killed, too. The lock of the data folder proves that no living hub uses it.
/// </summary>
internal sealed class EarlierServer(PostgresBinaries binaries, ServerAccount account, ClusterHome home)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private string PidFile => Path.Combine(home.Cluster, "postmaster.pid");

    /// <summary>Returns when no such server is running any more.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        foreach (var mode in (string[])["fast", "immediate"])
        {
            if (!IsRunning())
                return;

            // Waits for the end of the shutdown, whoever asked for it. Its exit code says nothing when the server was quicker.
            await ChildProgram.RunAsync(account.Command(binaries.Program("pg_ctl"), "stop", "-D", home.Cluster, "-m", mode, "-t", "40"), "", Patience, cancellationToken);
        }

        if (IsRunning())
            throw new EmbeddedPostgresException($"A PostgreSQL server of an earlier hub (process {ReadPid()}) still runs on '{home.Cluster}' and does not stop. Stop it by hand.");
    }

    private bool IsRunning()
    {
        if (ReadPid() is not { } pid)
            return false;
        try
        {
            using var process = Process.GetProcessById(pid);
            // The number may belong to some other program by now; PostgreSQL's own check would refuse to start because of it.
            var isServer = process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
            if (!isServer)
                File.Delete(PidFile);
            return isServer;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private int? ReadPid()
    {
        try
        {
            return int.TryParse(File.ReadLines(PidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid) ? pid : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
