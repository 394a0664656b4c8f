using Hub.Modules.Render;
using Hub.Tests.Support.Processes;

namespace Hub.Tests.Adapters.Lottie;

/// <summary>An engine child whose engine is the Lottie engine.</summary>
internal sealed class LottieEngineProgram : IChildProgram
{
    /// <summary>How a worker starts it.</summary>
    public static IReadOnlyList<string> Command { get; } = ["dotnet", "exec", typeof(LottieEngineProgram).Assembly.Location, typeof(LottieEngineProgram).FullName!];

    public bool ReadsInput => true;

    public async Task RunAsync(string[] args)
    {
        using var bench = new LottieWorkbench();
        await using var output = Console.OpenStandardOutput();
        await using var input = Console.OpenStandardInput();
        await RenderModule.RunEngineHostAsync([bench.Engine], input, output, CancellationToken.None);
    }
}
