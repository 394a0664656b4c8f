using Hub.Host;

namespace Hub.Tests.Journeys.Workers;

/// <summary>Render machines in small: processes of the built host with only the worker role, any number of them on one database and broker.</summary>
internal sealed class WorkerProcesses(IReadOnlyDictionary<string, string> environment) : IAsyncDisposable
{
    private readonly List<HubProcess> _running = [];

    /// <summary>As the database calls them.</summary>
    public string[] Names => [.. _running.Select(worker => $"{Environment.MachineName}/{worker.Id}")];

    public void Add()
        => _running.Add(HubProcess.Start(
            environment.Concat(HubModules.WorkerOnly.Select(setting => KeyValuePair.Create(setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value))).ToDictionary(),
            "run", "--until-input-ends"));

    /// <summary>SIGKILL for the one that has run longest, and another in its place.</summary>
    public async Task ReplaceOldestAsync()
    {
        await using (var victim = _running[0])
        {
            _running.RemoveAt(0);
            await victim.KillAsync();
        }

        Add();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _running)
            await worker.DisposeAsync();
    }
}
