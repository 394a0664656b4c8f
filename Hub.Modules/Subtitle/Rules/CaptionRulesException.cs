namespace Hub.Modules.Subtitle.Rules;

/// <summary>A rules file cannot be used.</summary>
internal sealed class CaptionRulesException(IReadOnlyList<string> problems, Exception? innerException = null)
    : Exception(string.Join(Environment.NewLine, problems), innerException)
{
    /// <summary>Everything that is wrong, one line each: file, rule, key, what is allowed.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
