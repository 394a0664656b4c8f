using System.CommandLine;

namespace Hub.Host.Commands;

/// <summary><c>run</c>: the hub itself, until it is told to stop.</summary>
internal static class RunCommand
{
    /// <summary>For a process that is to end with the one that started it.</summary>
    public const string UntilInputEnds = "--until-input-ends";

    private static readonly Option<bool> EndsWithInput = new(UntilInputEnds) { Description = "Stop when standard input ends.", Hidden = true };

    public static Command Create()
    {
        var command = new Command("run", "Run the hub. Settings may follow: --Urls=http://127.0.0.1:8080 --Data:Folder=data …") { TreatUnmatchedTokensAsErrors = false, Options = { EndsWithInput } };
        command.SetAction(RunAsync);
        return command;
    }

    public static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (!arguments.GetValue(EndsWithInput))
            return await RunUntilAsync(arguments, cancellationToken);

        using var ended = InputEnd.Watch(cancellationToken);
        return await RunUntilAsync(arguments, ended.Token);
    }

    private static Task<int> RunUntilAsync(ParseResult arguments, CancellationToken cancellationToken)
        => HubCommand.RunAsync(arguments, async hub =>
        {
            await hub.StartAsync(cancellationToken);
            Announce(hub);
            await hub.Web.WaitForShutdownAsync(cancellationToken);
        });

    /// <summary>On the console and not in the log, which is kept and sent about.</summary>
    private static void Announce(HubApplication hub)
    {
        if (hub.FirstLogin is not { } login)
            return;
        Console.WriteLine(login.IsNew
            ? $"Log in as {login.Name} with password {login.Password} (shown once; kept in {login.Path})"
            : $"Log in as {login.Name}; the password is in {login.Path}");
    }
}
