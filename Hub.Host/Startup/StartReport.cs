using Hub.Host.Database;
using Hub.Modules.Kernel;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Hub.Host.Startup;

/// <summary>What an operator wants to know at start, in a few lines.</summary>
internal sealed partial class StartReport(
    IServer server,
    HubDatabase database,
    IBrokerStatus broker,
    IReadOnlyList<IHubModule> modules,
    IConfiguration configuration,
    IEnumerable<OptionsSection> sections,
    ILogger<StartReport> logger)
{
    public void Write()
    {
        foreach (var key in UnknownSettings.Find(configuration, [.. sections]))
            NothingReads(logger, key);

        DataAt(logger, database.Description, broker.Description);
        var names = string.Join(", ", modules.Select(module => module.Name));
        ModulesOn(logger, names);
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            Listening(logger, address);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing reads the setting {Key}; is it misspelt?")]
    private static partial void NothingReads(ILogger logger, string key);

    [LoggerMessage(Level = LogLevel.Information, Message = "Database: {Database}. Transport: {Transport}")]
    private static partial void DataAt(ILogger logger, string database, string transport);

    [LoggerMessage(Level = LogLevel.Information, Message = "Modules: {Modules}")]
    private static partial void ModulesOn(ILogger logger, string modules);

    [LoggerMessage(Level = LogLevel.Information, Message = "Listening on {Address}")]
    private static partial void Listening(ILogger logger, string address);
}
