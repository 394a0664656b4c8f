using System.Globalization;
using StackExchange.Redis;

namespace Hub.Bench.Transport;

/// <summary>Counts the commands a Redis server has executed, those inside scripts included, but for those of whoever asks.</summary>
internal sealed class CommandCount(IServer server)
{
    private const string Calls = "calls=";

    /// <summary>So far, by name.</summary>
    public async Task<IReadOnlyDictionary<string, long>> ReadAsync()
    {
        var sections = await server.InfoAsync("commandstats");
        return sections.SelectMany(section => section)
            .Where(command => command.Key is not "cmdstat_info")
            .ToDictionary(command => command.Key["cmdstat_".Length..], command => long.Parse(command.Value.Split(',')[0][Calls.Length..], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
