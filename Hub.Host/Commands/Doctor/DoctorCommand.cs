using System.CommandLine;
using Hub.Host.Startup;
using Hub.Modules.Kernel.SelfChecks;

namespace Hub.Host.Commands.Doctor;

/// <summary><c>doctor</c>: looks whether this machine has what the hub, as configured, needs.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private static readonly Option<bool> AsJson = new("--json") { Description = "Print one JSON object instead of a table." };

    public static Command Create()
    {
        var command = new Command("doctor", "Look whether this machine has what the hub needs; exit code 1 when it has not.") { TreatUnmatchedTokensAsErrors = false, Options = { AsJson } };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var report = await ExamineAsync(arguments, cancellationToken);
        if (arguments.GetValue(AsJson))
            await Console.Out.WriteLineAsync(report.ToJson());
        else
            report.WriteTo(Console.Out);
        return report.IsHealthy ? 0 : HubCommand.Failed;
    }

    private static async Task<DoctorReport> ExamineAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        try
        {
            await using var hub = HubApplication.Build([.. HubCommand.SettingsOf(arguments), "--Logging:Console:LogToStandardErrorThreshold=Trace", "--Logging:LogLevel:Default=Error"]);
            hub.Validate();
            List<CheckedPart> parts = [new("settings", [Finding.Ok("All settings can be used"), .. Misspelt(hub.Web.Services)])];
            foreach (var check in hub.Web.Services.GetServices<ISelfCheck>())
                parts.Add(new(check.Name, await RunAsync(check, cancellationToken)));
            return new(parts);
        }
        catch (Exception exception) when (StartFailure.Explain(exception) is { Count: > 0 } lines)
        {
            return new([new("settings", [.. lines.Select(line => Finding.Problem(line, "Correct the setting; the other parts are looked at when all settings can be used."))])]);
        }
    }

    private static IEnumerable<Finding> Misspelt(IServiceProvider services)
        => UnknownSettings.Find(services.GetRequiredService<IConfiguration>(), [.. services.GetServices<Modules.Kernel.OptionsSection>()])
            .Select(key => Finding.Warning($"Nothing reads {key}", "It may be misspelt; docs/configuration.md lists every setting."));

    private static async Task<IReadOnlyList<Finding>> RunAsync(ISelfCheck check, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await check.RunAsync(patience.Token).WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Finding.Problem($"No answer within {Patience.TotalSeconds} s", "Something hangs: a network share, or the database.")];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var lines = StartFailure.Explain(exception);
            return [Finding.Problem(lines.Count > 0 ? string.Join(' ', lines) : exception.Message, $"Put it right and run 'hub doctor' again ({exception.GetType().Name}).")];
        }
    }
}
