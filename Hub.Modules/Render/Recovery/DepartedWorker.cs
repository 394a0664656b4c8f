namespace Hub.Modules.Render.Recovery;

/// <summary>A worker process that is gone.</summary>
/// <param name="Id">Worker.</param>
/// <param name="Name">What people call it.</param>
/// <param name="WasSeen">This coordinator had seen it alive; otherwise both went down together, or it was gone before.</param>
internal sealed record DepartedWorker(int Id, string Name, bool WasSeen);
