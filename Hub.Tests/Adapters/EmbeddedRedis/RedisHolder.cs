using System.Globalization;
using Hub.Adapters.EmbeddedRedis;
using Hub.Tests.Support.Processes;

namespace Hub.Tests.Adapters.EmbeddedRedis;

/// <summary>A process that runs a private Redis until it is killed.</summary>
internal sealed class RedisHolder : IChildProgram
{
    public async Task RunAsync(string[] args)
    {
        await using var server = await EmbeddedRedisServer.StartAsync(new() { Folder = args[0] }, CancellationToken.None);
        await Console.Out.WriteLineAsync(server.ProcessId.ToString(CultureInfo.InvariantCulture));
        await Task.Delay(Timeout.Infinite);
    }
}
