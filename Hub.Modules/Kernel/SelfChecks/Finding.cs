namespace Hub.Modules.Kernel.SelfChecks;

/// <summary>One thing that a self-check found.</summary>
/// <param name="Level">What it means for the hub.</param>
/// <param name="Text">What is so, in words for the operator; no secrets.</param>
/// <param name="Advice">What to do about it; null where nothing is to be done.</param>
public sealed record Finding(FindingLevel Level, string Text, string? Advice = null)
{
    /// <summary>As it should be.</summary>
    public static Finding Ok(string text) => new(FindingLevel.Ok, text);

    /// <summary>The hub runs, but somebody should know.</summary>
    public static Finding Warning(string text, string advice) => new(FindingLevel.Warning, text, advice);

    /// <summary>A part of the hub cannot do its work.</summary>
    public static Finding Problem(string text, string advice) => new(FindingLevel.Problem, text, advice);
}
