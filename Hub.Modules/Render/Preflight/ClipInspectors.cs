using Hub.Contracts.Engine;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render.Preflight;

/// <summary>
/// The inspectors of the engines that this host has. None where inspecting is switched off: a coordinator without the workers' fonts
/// would refuse what they can draw; they check it themselves then.
/// </summary>
internal sealed class ClipInspectors(IEnumerable<IClipInspector> inspectors, IOptions<RenderOptions> options)
{
    private readonly Dictionary<string, IClipInspector> _byEngine = options.Value.Coordinator.InspectsClips
        ? inspectors.ToDictionary(inspector => inspector.Engine, StringComparer.Ordinal)
        : [];

    /// <summary>Everything the engine would refuse a clip for; empty where nobody here can tell.</summary>
    public IReadOnlyList<ClipProblem> Inspect(string engine, RenderClip clip)
    {
        if (_byEngine.Count == 0)
        {
            return [];
        }

        return _byEngine.TryGetValue(engine, out var inspector)
            ? inspector.Inspect(clip)
            : [new ClipProblem(Layer: null, $"there is no engine '{engine}'; there are: {string.Join(", ", _byEngine.Keys.Order(StringComparer.Ordinal))}")];
    }
}
