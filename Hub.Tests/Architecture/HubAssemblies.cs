using System.Reflection;
using Hub.Contracts.Render;
using Hub.Modules.FeatureTable;
using Hub.Modules.Kernel;
using Hub.Modules.Monitoring;
using Hub.Modules.Render;
using Hub.Modules.Subtitle;

namespace Hub.Tests.Architecture;

/// <summary>The assemblies the rules speak about, and the modules as the host would create them.</summary>
internal static class HubAssemblies
{
    public static IReadOnlyList<IHubModule> Modules { get; } =
        [new FeatureTableModule(), new SubtitleModule(), new RenderModule(), new MonitoringModule()];

    public static Assembly Contracts { get; } = typeof(RequestRender).Assembly;

    public static Assembly Kernel { get; } = typeof(IHubModule).Assembly;

    public static IReadOnlyList<Assembly> ModuleAssemblies { get; } = [.. Modules.Select(module => module.GetType().Assembly)];
}
