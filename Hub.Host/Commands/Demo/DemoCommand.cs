using System.CommandLine;
using Hub.Adapters.EmbeddedRedis;
using Hub.Host.Commands.Demo.Live;
using Hub.Host.Commands.Demo.Once;
using Hub.Host.Commands.Demo.Workers;

namespace Hub.Host.Commands.Demo;

/// <summary><c>demo</c>: the whole hub on sample tables, with nothing configured.</summary>
internal static class DemoCommand
{
    private const int MostWorkers = 64;
    private static readonly Option<bool> Once = new("--once") { Description = "Play everything as fast as possible, wait until nothing is left to do, report, end." };
    private static readonly Option<string?> Source = new("--source") { Description = "Other exports than the samples: DIR/<table>/**/PGFX*.json." };
    private static readonly Option<string?> Data = new("--data") { Description = "Data folder; ./data by default." };
    private static readonly Option<string> Captions = new("--captions") { Description = "rules: as the caption rules decide. none: only store hands.", DefaultValueFactory = _ => "rules" };
    private static readonly Option<int> Workers = new("--workers") { Description = "Processes that render instead of the host, over ConnectionStrings:Redis or a private Redis; 0 to 64." };

    public static Command Create()
    {
        Captions.AcceptOnlyFromAmong("rules", "none");
        Workers.Validators.Add(option =>
        {
            if (option.GetValueOrDefault<int>() is < 0 or > MostWorkers)
                option.AddError($"--workers must be from 0 to {MostWorkers}.");
        });
        var command = new Command("demo", "Show the hub on sample tables that play by themselves.") { TreatUnmatchedTokensAsErrors = false, Options = { Once, Source, Data, Captions, Workers } };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        return HubCommand.RunAsync(async () =>
        {
            var asked = RequestOf(arguments);
            await using var broker = await WorkerBroker.StartAsync(asked, cancellationToken);
            var request = asked with { Settings = [.. broker.Settings, .. asked.Settings] };
            await using var hub = HubApplication.Build(request.ToSettings(), services => AddWorkers(services, request, broker));
            return request.Once ? await OnceDemo.RunAsync(hub, request, started, cancellationToken) : await LiveDemo.RunAsync(hub, request, cancellationToken);
        });
    }

    private static void AddWorkers(IServiceCollection services, DemoRequest request, WorkerBroker broker)
    {
        if (broker.Redis is { } redis)
            services.AddEmbeddedRedis(redis);
        if (request.Workers > 0)
            services.AddSingleton(request).AddHostedService<WorkerCrew>();
    }

    private static DemoRequest RequestOf(ParseResult arguments) => new()
    {
        Once = arguments.GetValue(Once),
        Source = arguments.GetValue(Source),
        Data = arguments.GetValue(Data),
        Captions = arguments.GetValue(Captions) != "none",
        Workers = arguments.GetValue(Workers),
        Settings = HubCommand.SettingsOf(arguments),
    };
}
