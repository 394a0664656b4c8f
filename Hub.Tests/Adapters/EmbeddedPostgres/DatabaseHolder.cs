using Hub.Adapters.EmbeddedPostgres;
using Hub.Tests.Support.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hub.Tests.Adapters.EmbeddedPostgres;

/// <summary>A process that runs an embedded server until it is killed.</summary>
internal sealed class DatabaseHolder : IChildProgram
{
    public const string Ready = "ready";

    public async Task RunAsync(string[] args)
    {
        await using var server = new EmbeddedPostgresServer(new EmbeddedPostgresSettings(args[0], null), TimeProvider.System, NullLogger<EmbeddedPostgresServer>.Instance);
        await server.StartAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync(Ready);
        await Task.Delay(Timeout.Infinite);
    }
}
