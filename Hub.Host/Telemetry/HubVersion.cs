using System.Reflection;

namespace Hub.Host.Telemetry;

/// <summary>Version of this binary.</summary>
internal static class HubVersion
{
    public static string Text { get; } = typeof(HubVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}
