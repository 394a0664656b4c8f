namespace Hub.Modules.Render.Recovery;

/// <summary>A claim that was ended because its worker is gone or silent.</summary>
internal sealed record LostClaim(Guid ClaimId, long Attempt, int InstructionId, Guid CorrelationId, string Worker);
