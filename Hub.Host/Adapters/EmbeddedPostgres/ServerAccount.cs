namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>
/// The account that PostgreSQL runs under: this process's own, or <c>postgres</c> when that is root, because the server
/// refuses to run as root.
/// </summary>
internal sealed class ServerAccount
{
    private const string Name = "postgres";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly string[] _prefix;

    private ServerAccount(bool isOther, string[] prefix) => (IsOther, _prefix) = (isOther, prefix);

    /// <summary>True when it is not the account of this process.</summary>
    public bool IsOther { get; }

    /// <exception cref="EmbeddedPostgresException">This process is root and there is no account to change to.</exception>
    public static ServerAccount Choose()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new(isOther: false, []);

        var hasAccount = File.Exists("/etc/passwd") && File.ReadLines("/etc/passwd").Any(line => line.StartsWith($"{Name}:", StringComparison.Ordinal));
        return hasAccount
            ? new(isOther: true, ["setpriv", "--reuid", Name, "--regid", Name, "--clear-groups", "--reset-env"])
            : throw new EmbeddedPostgresException($"PostgreSQL refuses to run as root, and there is no account '{Name}' to run it as. Create it (useradd --system {Name}), or start the hub as an ordinary user.");
    }

    /// <summary><paramref name="command"/> as this account.</summary>
    public IReadOnlyList<string> Command(params IReadOnlyList<string> command) => [.. _prefix, .. command];

    /// <summary>Makes <paramref name="path"/> and all below it the account's own.</summary>
    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (IsOther)
            await ChildProgram.DemandAsync($"Giving '{path}' to the account {Name}", ["chown", "-R", $"{Name}:{Name}", path], "", Patience, cancellationToken);
    }

    /// <summary>True when the account can enter <paramref name="folder"/>.</summary>
    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancellationToken)
        => !IsOther || (await ChildProgram.RunAsync(Command("sh", "-c", "cd -- \"$1\"", "sh", folder), "", Patience, cancellationToken)).ExitCode == 0;
}
