using Hub.Host.Startup;
using Hub.Modules.FeatureTable;
using Hub.Modules.Kernel;
using Hub.Modules.Monitoring;
using Hub.Modules.Render;
using Hub.Modules.Subtitle;

namespace Hub.Host;

/// <summary>The modules of the hub, listed and switched; nothing is found by scanning.</summary>
internal static class HubModules
{
    private const string Section = "Modules";

    /// <summary>The modules that <c>Modules:&lt;Name&gt;:Enabled</c> leaves on; on is the default.</summary>
    /// <exception cref="HubStartException">A switch is neither true nor false, or names no module.</exception>
    public static IReadOnlyList<IHubModule> Enabled(IConfiguration configuration)
    {
        var all = All;
        var unknown = configuration.GetSection(Section).GetChildren().FirstOrDefault(child => !all.Any(module => Is(module, child.Key)));
        return unknown is null
            ? [.. all.Where(module => IsEnabled(module, configuration))]
            : throw new HubStartException($"{unknown.Path} names no module. There are {string.Join(", ", all.Select(module => module.Name))}.");
    }

    /// <summary>The switches as settings that exist.</summary>
    public static IEnumerable<OptionsSection> Switches => All.Select(module => new OptionsSection($"{Section}:{module.Name}", typeof(ModuleSwitch)));

    private static IReadOnlyList<IHubModule> All => [new FeatureTableModule(), new SubtitleModule(), new RenderModule(), new MonitoringModule()];

    /// <summary>
    /// True for a host that only renders: it waits for the schema instead of making it, so that a render machine with an older or
    /// newer binary never changes the database under the others.
    /// </summary>
    public static bool IsWorkerOnly(IReadOnlyList<IHubModule> enabled, IConfiguration configuration)
        => enabled.Any(module => module is RenderModule)
            && enabled.Where(module => module.DbContextType is not null).All(module => module is RenderModule)
            && string.Equals(configuration["Render:Coordinator:Enabled"], "false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The settings that make a host one that only renders.</summary>
    public static IReadOnlyDictionary<string, string> WorkerOnly { get; } = new Dictionary<string, string>
    {
        [$"{Section}:FeatureTable:Enabled"] = "false",
        [$"{Section}:Subtitle:Enabled"] = "false",
        [$"{Section}:Monitoring:Enabled"] = "false",
        [$"{Section}:Render:Enabled"] = "true",
        ["Render:Coordinator:Enabled"] = "false",
        ["Render:Worker:Enabled"] = "true",
    };

    private static bool IsEnabled(IHubModule module, IConfiguration configuration)
    {
        var key = $"{Section}:{module.Name}:Enabled";
        return configuration[key] switch
        {
            null or "" => true,
            var text when bool.TryParse(text, out var enabled) => enabled,
            var text => throw new HubStartException($"{key} = '{text}': must be true or false."),
        };
    }

    private static bool Is(IHubModule module, string name) => string.Equals(module.Name, name, StringComparison.OrdinalIgnoreCase);
}
