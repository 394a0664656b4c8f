using System.CommandLine;
using Hub.Host.Commands.Demo.Live;
using Hub.Host.Commands.Demo.Once;

namespace Hub.Host.Commands.Demo;

/// <summary><c>demo</c>: the whole hub on sample tables, with nothing configured.</summary>
internal static class DemoCommand
{
    private static readonly Option<bool> Once = new("--once") { Description = "Play everything as fast as possible, wait until nothing is left to do, report, end." };
    private static readonly Option<string?> Source = new("--source") { Description = "Other exports than the samples: DIR/<table>/**/PGFX*.json." };
    private static readonly Option<string?> Data = new("--data") { Description = "Data folder; ./data by default." };
    private static readonly Option<string> Captions = new("--captions") { Description = "rules: as the caption rules decide. none: only store hands.", DefaultValueFactory = _ => "rules" };
    private static readonly Option<int?> Workers = new("--workers") { Description = "Worker processes beside the host.", Hidden = true };

    public static Command Create()
    {
        Captions.AcceptOnlyFromAmong("rules", "none");
        Workers.Validators.Add(option => option.AddError("--workers needs the Redis transport, which this version does not have: the host renders by itself."));
        var command = new Command("demo", "Show the hub on sample tables that play by themselves.") { TreatUnmatchedTokensAsErrors = false, Options = { Once, Source, Data, Captions, Workers } };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        var request = new Lazy<DemoRequest>(() => RequestOf(arguments));
        return HubCommand.RunAsync(
            () => HubApplication.Build(request.Value.ToSettings()),
            hub => request.Value.Once ? OnceDemo.RunAsync(hub, started, cancellationToken) : LiveDemo.RunAsync(hub, request.Value, cancellationToken));
    }

    private static DemoRequest RequestOf(ParseResult arguments) => new()
    {
        Once = arguments.GetValue(Once),
        Source = arguments.GetValue(Source),
        Data = arguments.GetValue(Data),
        Captions = arguments.GetValue(Captions) != "none",
        Settings = HubCommand.SettingsOf(arguments),
    };
}
