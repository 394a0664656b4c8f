using System.Security.Cryptography;

namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>
/// Makes a cluster beside its final place and renames it when it is complete, so that a start that was killed half-way leaves
/// only rubbish, which the next one removes.
/// </summary>
internal sealed class ClusterCreation(PostgresBinaries binaries, ServerAccount account, ClusterHome home)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var making = home.Folder + ".making";
        if (Directory.Exists(making))
            Directory.Delete(making, recursive: true);
        MakePrivateFolder(making);
        MakePrivateFolder(Path.Combine(making, "log"));

        // Nobody can log in as the superuser afterwards: its password is thrown away and only the hub's role may connect.
        var superuserPassword = Path.Combine(making, "superuser");
        await SecretFile.WriteAsync(superuserPassword, NewPassword(), cancellationToken);
        await account.OwnAsync(making, cancellationToken);
        await InitializeAsync(Path.Combine(making, "data"), superuserPassword, cancellationToken);
        File.Delete(superuserPassword);
        await AddRoleAndDatabaseAsync(Path.Combine(making, "data"), cancellationToken);

        Directory.Move(making, home.Folder);
    }

    private static void MakePrivateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(path);
        else
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private Task InitializeAsync(string cluster, string passwordFile, CancellationToken cancellationToken)
        => ChildProgram.DemandAsync(
            "Making the database cluster with initdb",
            account.Command(binaries.Program("initdb"), "-D", cluster, "-U", "postgres", "--pwfile", passwordFile, "--auth=scram-sha-256", "--data-checksums", "-E", "UTF8", "--locale=C", "--no-instructions"),
            "",
            Patience,
            cancellationToken);

    private async Task AddRoleAndDatabaseAsync(string cluster, CancellationToken cancellationToken)
    {
        var password = NewPassword();
        await SecretFile.WriteAsync(home.PasswordFile, password, cancellationToken);
        // Single-user mode: nothing listens before the password is set, and the password is on no command line.
        var sql = $"CREATE ROLE hub LOGIN PASSWORD '{password}';\nCREATE DATABASE hub OWNER hub;\n";
        await ChildProgram.DemandAsync(
            "Making the hub's role and database",
            account.Command(binaries.Program("postgres"), "--single", "-D", cluster, "-c", "exit_on_error=on", "-c", "log_statement=none", "-c", "log_min_error_statement=panic", "postgres"),
            sql,
            Patience,
            cancellationToken);
    }

    private static string NewPassword() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
