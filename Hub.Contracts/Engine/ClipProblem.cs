namespace Hub.Contracts.Engine;

/// <summary>One reason why a clip cannot be rendered.</summary>
/// <param name="Layer">The layer it is about, or null where it is about the clip as a whole.</param>
/// <param name="Reason">What is wrong and what is allowed, in words for the operator.</param>
public sealed record ClipProblem(string? Layer, string Reason);
