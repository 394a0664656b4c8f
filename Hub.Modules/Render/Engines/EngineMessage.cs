using System.Text.Json.Serialization;
using Hub.Contracts.Engine;

namespace Hub.Modules.Render.Engines;

/// <summary>A line of the conversation between a worker and its engine child. Jobs are numbered so that a late answer is recognised.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(EngineReady), "ready")]
[JsonDerivedType(typeof(RenderJob), "render")]
[JsonDerivedType(typeof(StillJob), "still")]
[JsonDerivedType(typeof(JobProgress), "progress")]
[JsonDerivedType(typeof(JobDone), "done")]
[JsonDerivedType(typeof(JobFailed), "failed")]
internal abstract record EngineMessage;

/// <summary>Child → worker, once: it is ready.</summary>
/// <param name="Version">Version of this protocol.</param>
/// <param name="Engines">Names of the engines it has.</param>
internal sealed record EngineReady(int Version, IReadOnlyList<string> Engines) : EngineMessage;

/// <summary>Worker → child: render this.</summary>
internal sealed record RenderJob(long Job, string Engine, RenderClip Clip) : EngineMessage;

/// <summary>Worker → child: draw the poster of this.</summary>
internal sealed record StillJob(long Job, string Engine, RenderClip Clip) : EngineMessage;

/// <summary>Child → worker: so many frames are done.</summary>
internal sealed record JobProgress(long Job, int Done, int Total) : EngineMessage;

/// <summary>Child → worker: the clip is written and flushed, or the picture written.</summary>
internal sealed record JobDone(long Job, int Frames) : EngineMessage;

/// <summary>Child → worker: it could not be made.</summary>
internal sealed record JobFailed(long Job, string Reason, bool IsFinal, bool IsOutputFault = false) : EngineMessage;
