using System.Diagnostics;
using System.Reflection;

namespace Hub.Host.Commands;

/// <summary>This very program, to be started once more.</summary>
internal static class OwnProgram
{
    /// <summary>How it is started with <paramref name="arguments"/>.</summary>
    public static ProcessStartInfo With(params IReadOnlyList<string> arguments)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this program is unknown.");
        return string.Equals(Path.GetFileNameWithoutExtension(program), "dotnet", StringComparison.OrdinalIgnoreCase)
            ? new(program, [Assembly.GetEntryAssembly()!.Location, .. arguments])
            : new(program, arguments);
    }
}
