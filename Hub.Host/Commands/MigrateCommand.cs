using System.CommandLine;
using Hub.Adapters.Persistence.Postgres.Migrator;
using Hub.Host.Database;

namespace Hub.Host.Commands;

/// <summary><c>migrate</c>: brings the database to the schema of this binary, or shows what that would take.</summary>
internal static class MigrateCommand
{
    /// <summary>Keeps the embedded server from being needed; nothing connects.</summary>
    private const string NoDatabase = $"--{HubDatabase.Key}=Host=localhost";

    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "List the missing migrations, change nothing." };
        var script = new Option<bool>("--script") { Description = "Print the whole schema as one SQL script that may be run any number of times; needs no database." };
        var command = new Command("migrate", "Bring the database to the schema of this binary.") { TreatUnmatchedTokensAsErrors = false, Options = { dryRun, script } };
        command.SetAction((arguments, cancellationToken) =>
            arguments.GetValue(script) ? HubCommand.RunAsync(arguments, PrintScriptAsync, NoDatabase)
            : arguments.GetValue(dryRun) ? HubCommand.RunAsync(arguments, hub => ListAsync(hub, cancellationToken))
            : HubCommand.RunAsync(arguments, hub => ApplyAsync(hub, cancellationToken)));
        return command;
    }

    private static async Task PrintScriptAsync(HubApplication hub) => Console.WriteLine(await hub.Web.Services.GetRequiredService<DatabaseMigrator>().ScriptAsync());

    private static async Task ListAsync(HubApplication hub, CancellationToken cancellationToken)
    {
        await hub.Web.Services.GetRequiredService<HubDatabase>().StartAsync(cancellationToken);
        var pending = await hub.Web.Services.GetRequiredService<DatabaseMigrator>().PendingAsync(cancellationToken);
        foreach (var migration in pending)
            Console.WriteLine($"{migration.Context}: {migration.Migration}");
        Console.WriteLine($"{pending.Count} migrations to apply");
    }

    private static async Task ApplyAsync(HubApplication hub, CancellationToken cancellationToken)
    {
        await hub.Web.Services.GetRequiredService<HubDatabase>().StartAsync(cancellationToken);
        await hub.Web.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        Console.WriteLine("The database is up to date");
    }
}
