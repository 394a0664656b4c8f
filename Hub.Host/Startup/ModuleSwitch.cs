namespace Hub.Host.Startup;

/// <summary><c>Modules:&lt;Name&gt;</c>.</summary>
internal sealed class ModuleSwitch
{
    /// <summary>Whether this host runs the module.</summary>
    public bool Enabled { get; set; } = true;
}
