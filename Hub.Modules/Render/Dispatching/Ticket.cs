namespace Hub.Modules.Render.Dispatching;

/// <summary>An instruction chosen for dispatch.</summary>
/// <param name="Id">Instruction.</param>
/// <param name="Attempt">The attempt that begins with this ticket.</param>
internal sealed record Ticket(int Id, long Attempt);
