using System.Text.Json;
using Hub.Tests.Compliance.TransportFaults.Brokers;

namespace Hub.Tests.Compliance.TransportFaults.Consumers;

/// <summary>What a host that does <see cref="Work"/> needs to know.</summary>
internal sealed record ConsumerSettings
{
    public required BusSettings Bus { get; init; }

    /// <summary>Where ledgers and signs lie.</summary>
    public required string Folder { get; init; }

    /// <summary>Stands in the ledger; one of its own for each start.</summary>
    public required string Name { get; init; }

    public required string Queue { get; init; }

    /// <summary>How many handlers run at a time.</summary>
    public int Concurrency { get; init; } = 2;

    /// <summary>How many messages the process may hold, with those that are handled.</summary>
    public int Prefetch { get; init; } = 8;

    /// <summary>How long handlers may take to end when the process is asked to stop.</summary>
    public TimeSpan StopPatience { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>While this file exists, no handler ends.</summary>
    public string HoldSign => Path.Combine(Folder, Name + ".hold");

    private string File => Path.Combine(Folder, Name + ".json");

    public static ConsumerSettings Load(string file) => JsonSerializer.Deserialize<ConsumerSettings>(System.IO.File.ReadAllText(file))!;

    /// <summary>Writes them where a child process finds them; its command line, which all can read, shows no password.</summary>
    public string Save()
    {
        System.IO.File.WriteAllText(File, JsonSerializer.Serialize(this));
        return File;
    }
}
