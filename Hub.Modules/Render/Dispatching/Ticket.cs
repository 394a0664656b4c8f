namespace Hub.Modules.Render.Dispatching;

/// <summary>An instruction chosen for dispatch.</summary>
/// <param name="Id">Instruction.</param>
/// <param name="Attempt">The attempt that begins with this ticket.</param>
/// <param name="IsUrgent">It was in the hands of a worker that was lost, and has waited long enough.</param>
internal sealed record Ticket(int Id, long Attempt, bool IsUrgent);
