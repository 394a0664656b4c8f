using Hub.Contracts.Engine;
using Hub.Modules.Render.Clips;

namespace Hub.Modules.Render.Working;

/// <summary>What a claim comes down to.</summary>
/// <param name="Engine">Engine that draws it.</param>
/// <param name="Clip">What it is told.</param>
/// <param name="Files">Where the clip comes to lie.</param>
/// <param name="TimeLimit">How long the engine may take.</param>
internal sealed record ClipPlan(string Engine, RenderClip Clip, ClipFiles Files, TimeSpan TimeLimit);
