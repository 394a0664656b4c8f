using Hub.Modules.Kernel;

namespace Hub.Modules.Render.Operating;

/// <summary>What came of an operator's wish for an instruction.</summary>
/// <param name="Status">The instruction's status, as it is now; null when there is no such instruction.</param>
/// <param name="Refusal">Why the wish cannot be met, in words for the operator; null when it is.</param>
/// <param name="Errors">What keeps it from being rendered, by field; null when nothing does.</param>
internal sealed record ActOutcome(string? Status, string? Refusal = null, FieldErrors? Errors = null)
{
    public static readonly ActOutcome NotFound = new(Status: null);
}
