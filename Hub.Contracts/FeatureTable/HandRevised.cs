namespace Hub.Contracts.FeatureTable;

/// <summary>
/// A stored hand was exported, or typed in, again with other content. Published in the same transaction as the change of the row
/// in <c>public.hands</c>.
/// </summary>
public sealed record HandRevised
{
    /// <summary>
    /// The hand as it now is, with the <see cref="HandCaptured.Sequence"/> of this event and a <see cref="HandCaptured.Revision"/>
    /// of 2 or more. A lower revision than the one known is out of date and ignored.
    /// </summary>
    public required HandCaptured Hand { get; init; }
}
