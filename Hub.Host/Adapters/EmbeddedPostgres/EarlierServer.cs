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
            if (process.ProcessName.StartsWith("postgres", StringComparison.Ordinal) && !IsZombie(pid))
                return true;
            File.Delete(PidFile);
            return false;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // A killed server stays in the process table until its parent looks, and the first process of a container may never look.
    private static bool IsZombie(int pid)
    {
        var stat = string.Create(CultureInfo.InvariantCulture, $"/proc/{pid}/stat");
        return File.Exists(stat) && File.ReadAllText(stat).Contains(") Z ", StringComparison.Ordinal);
    }

    /// <summary>What the server itself has written down; it may have ended since.</summary>
    public int? ReadPid()
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
