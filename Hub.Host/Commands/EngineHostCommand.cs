using System.CommandLine;
using Hub.Adapters.Rendering.Lottie;
using Hub.Contracts.Engine;
using Hub.Modules.Render;
using Microsoft.Extensions.Logging.Console;

namespace Hub.Host.Commands;

/// <summary><c>engine-host</c>: the child process in which a render worker draws. Not for people.</summary>
internal static class EngineHostCommand
{
    public static Command Create()
    {
        var command = new Command("engine-host", "Serve render jobs on the standard input and output.") { Hidden = true };
        command.SetAction((_, cancellationToken) => RunAsync(cancellationToken));
        return command;
    }

    private static async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        // The standard output carries the protocol; whatever else would be printed goes to the errors, which the worker keeps.
        Console.SetOut(Console.Error);

        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddLottieEngine(builder.Configuration);
        using var engines = builder.Build();
        await RenderModule.RunEngineHostAsync(engines.Services.GetServices<IRenderEngine>(), input, output, cancellationToken);
    }
}
