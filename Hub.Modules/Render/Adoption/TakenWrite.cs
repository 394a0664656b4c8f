namespace Hub.Modules.Render.Adoption;

/// <summary>A v1 client's write, with what is needed to act on it and to tell of it.</summary>
/// <param name="InstructionId">Instruction.</param>
/// <param name="TemplateName">Its composition.</param>
/// <param name="StatusBefore">Null: the client inserted it.</param>
/// <param name="Status">What the client wrote.</param>
/// <param name="ClaimId">The claim that the write has ended, or null.</param>
/// <param name="WrittenAt">When, by the database's clock.</param>
/// <param name="WantedSince">When the client wanted it; for an inserted row what that says itself.</param>
internal sealed record TakenWrite(int InstructionId, string TemplateName, string? StatusBefore, string Status, Guid? ClaimId, DateTimeOffset WrittenAt, DateTimeOffset WantedSince);
