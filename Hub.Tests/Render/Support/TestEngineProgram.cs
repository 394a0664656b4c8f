using Hub.Modules.Render;
using Hub.Tests.Support.Processes;

namespace Hub.Tests.Render.Support;

/// <summary>An engine child whose only engine is the test card.</summary>
internal sealed class TestEngineProgram : IChildProgram
{
    /// <summary>How a worker starts it.</summary>
    public static IReadOnlyList<string> Command { get; } = ["dotnet", "exec", typeof(TestEngineProgram).Assembly.Location, typeof(TestEngineProgram).FullName!];

    public bool ReadsInput => true;

    public async Task RunAsync(string[] args)
    {
        await using var output = Console.OpenStandardOutput();
        await using var input = Console.OpenStandardInput();
        await RenderModule.RunEngineHostAsync([new TestCardEngine()], input, output, CancellationToken.None);
    }
}
