namespace Hub.Tests.Faults.Harness.Judging;

/// <summary>What a worker had in hand.</summary>
internal sealed record HeldInstruction(int InstructionId, Guid ClaimId);
