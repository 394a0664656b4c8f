namespace Hub.Modules.Render.Recovery;

/// <summary>A known worker at one look.</summary>
/// <param name="Id">Worker.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsPresent">Its presence lock is held.</param>
internal sealed record WorkerSighting(int Id, string Name, bool IsPresent);
