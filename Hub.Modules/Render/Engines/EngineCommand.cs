using System.Reflection;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Engines;

/// <summary>How an engine child is started: this very program, unless configured otherwise.</summary>
internal sealed class EngineCommand(IOptions<RenderOptions> options)
{
    public const string Argument = "engine-host";

    /// <summary>Program and arguments.</summary>
    public IReadOnlyList<string> Parts { get; } = options.Value.EngineCommand is { Count: > 0 } configured ? configured : OwnProgram();

    /// <summary>How long a child may take until it says that it is ready.</summary>
    public TimeSpan TimeToStart { get; } = TimeSpan.FromSeconds(options.Value.EngineStartSeconds);

    private static IReadOnlyList<string> OwnProgram()
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is unknown; set Render:EngineCommand.");
        return string.Equals(Path.GetFileNameWithoutExtension(program), "dotnet", StringComparison.OrdinalIgnoreCase)
            ? [program, Assembly.GetEntryAssembly()!.Location, Argument]
            : [program, Argument];
    }
}
