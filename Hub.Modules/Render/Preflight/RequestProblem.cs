namespace Hub.Modules.Render.Preflight;

/// <summary>One reason why a request cannot be rendered.</summary>
/// <param name="Field">Field it is about; null where it is about the request or its template as a whole.</param>
/// <param name="Reason">What is wrong and what is allowed, in words for the operator; names the field.</param>
internal sealed record RequestProblem(string? Field, string Reason);
