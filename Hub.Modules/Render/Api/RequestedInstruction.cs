namespace Hub.Modules.Render.Api;

/// <summary>An instruction that was asked for.</summary>
/// <param name="Id">Its number.</param>
/// <param name="IsNew">False when the same Idempotency-Key had asked for it before.</param>
internal sealed record RequestedInstruction(int Id, bool IsNew);
