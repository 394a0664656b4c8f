using System.CommandLine;
using Hub.Host.Startup;

namespace Hub.Host.Commands;

/// <summary>What commands that need the hub have in common: settings from the command line, and errors an operator can read.</summary>
internal static class HubCommand
{
    /// <summary>Exit code of a command that could not do its work.</summary>
    public const int Failed = 1;

    /// <summary>What is no option of the command itself, taken as settings of the hub.</summary>
    /// <exception cref="HubStartException">Something there is no setting, such as a misspelt command.</exception>
    public static string[] SettingsOf(ParseResult arguments)
    {
        var tokens = arguments.UnmatchedTokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].StartsWith("--", StringComparison.Ordinal))
                throw new HubStartException($"'{tokens[i]}' is neither a command nor a setting. Settings look like --Urls=http://127.0.0.1:8080; 'hub --help' lists the commands.");
            if (!tokens[i].Contains('=', StringComparison.Ordinal))
                i++;
        }

        return [.. tokens];
    }

    /// <summary>Puts the hub together, lets <paramref name="action"/> use it, and takes it down again.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="action">The command's work.</param>
    /// <param name="settings">Settings that win over those typed.</param>
    public static Task<int> RunAsync(ParseResult arguments, Func<HubApplication, Task> action, params string[] settings)
        => RunAsync(
            () => HubApplication.Build([.. SettingsOf(arguments), .. settings]),
            async hub =>
            {
                await action(hub);
                return 0;
            });

    /// <summary>The same for a command with settings and an exit code of its own.</summary>
    public static Task<int> RunAsync(Func<HubApplication> build, Func<HubApplication, Task<int>> action)
        => RunAsync(async () =>
        {
            await using var hub = build();
            return await action(hub);
        });

    /// <summary>The same for a command that puts the hub together itself and has an exit code of its own.</summary>
    public static async Task<int> RunAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (OperationCanceledException)
        {
            return Failed;
        }
        catch (Exception exception) when (StartFailure.Explain(exception) is { Count: > 0 } lines)
        {
            foreach (var line in lines)
                await Console.Error.WriteLineAsync($"The hub cannot start. {line}");
            return Failed;
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync($"The hub failed: {exception}");
            return Failed;
        }
    }
}
