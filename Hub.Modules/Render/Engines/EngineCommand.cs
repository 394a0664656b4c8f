using System.Reflection;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Engines;

/// <summary>How an engine child is started: this very program, unless configured otherwise.</summary>
internal sealed class EngineCommand(IOptions<RenderOptions> options)
{
    public const string Argument = "engine-host";

    // Runs a program with less of the processor where others want it; it becomes that program, so its process is the engine's.
    private static readonly string[] Nice = ["/usr/bin/nice", "-n", "10"];

    /// <summary>Program and arguments.</summary>
    public IReadOnlyList<string> Parts { get; private init; } = options.Value.EngineCommand is { Count: > 0 } configured ? configured : OwnProgram();

    /// <summary>The same for a child that steps back wherever a clip is being rendered; where the system has no such way, as any other.</summary>
    public EngineCommand InBackground() => File.Exists(Nice[0]) ? new EngineCommand(options) { Parts = [.. Nice, .. Parts] } : this;

    private static IReadOnlyList<string> OwnProgram()
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is unknown; set Render:EngineCommand.");
        return string.Equals(Path.GetFileNameWithoutExtension(program), "dotnet", StringComparison.OrdinalIgnoreCase)
            ? [program, Assembly.GetEntryAssembly()!.Location, Argument]
            : [program, Argument];
    }
}
