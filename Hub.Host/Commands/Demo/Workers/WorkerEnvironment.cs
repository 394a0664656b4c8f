using System.Globalization;

namespace Hub.Host.Commands.Demo.Workers;

/// <summary>
/// The settings of a demo's worker processes, as environment variables: connection strings hold passwords, and a command line is for
/// all to see.
/// </summary>
internal static class WorkerEnvironment
{
    /// <summary>Connections of a worker; few, because all processes share one private server.</summary>
    private const int MaxPoolSize = 20;

    // As a host of its own has by default.
    private static readonly int SlotsOfMachine = Math.Max(2, Environment.ProcessorCount / 2);

    /// <param name="host">What the host runs with.</param>
    /// <param name="settings">What was given to the host on its command line; the rest its children inherit.</param>
    /// <param name="database">Connection string of the host's database, also when that is a private one.</param>
    /// <param name="workers">How many there are.</param>
    public static IReadOnlyDictionary<string, string?> Of(IConfiguration host, string[] settings, string database, int workers)
    {
        var given = new ConfigurationBuilder().AddCommandLine(settings).Build().AsEnumerable()
            .ToDictionary(setting => setting.Key, setting => setting.Value, StringComparer.OrdinalIgnoreCase);
        given.TryAdd("Data:MaxPoolSize", host["Data:MaxPoolSize"] ?? Number(MaxPoolSize));
        // They share one machine, so they share its cores.
        given.TryAdd("Render:Worker:Concurrency", host["Render:Worker:Concurrency"] ?? Number((SlotsOfMachine + workers - 1) / workers));
        foreach (var (key, value) in HubModules.WorkerOnly)
            given[key] = value;
        given["ConnectionStrings:Hub"] = database;
        // Health and metrics; nobody needs to know where.
        given["Urls"] = "http://127.0.0.1:0";
        return given.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value, StringComparer.Ordinal);
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
