namespace Hub.Contracts.Engine;

/// <summary>A clip could not be rendered.</summary>
public sealed class RenderEngineException : Exception
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong, where, and what to do, in words for the operator.</param>
    /// <param name="isFinal">True when trying again cannot help (bad template, missing layer, bad data).</param>
    /// <param name="innerException">Cause.</param>
    public RenderEngineException(string message, bool isFinal, Exception? innerException = null)
        : base(message, innerException) => IsFinal = isFinal;

    /// <summary>True when trying again cannot help.</summary>
    public bool IsFinal { get; }

    /// <summary>True when the place the clip is written to is at fault (full, read-only, gone): no word about the clip, which is not charged for it.</summary>
    public bool IsOutputFault { get; init; }
}
