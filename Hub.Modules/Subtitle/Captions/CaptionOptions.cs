namespace Hub.Modules.Subtitle.Captions;

/// <summary>What a rule, or the person who asked, has chosen about one caption.</summary>
internal sealed record CaptionOptions
{
    public const int DefaultHandsAgo = 10;

    /// <summary>How many played hands "chips N hands ago" looks back.</summary>
    public int HandsAgo { get; init; } = DefaultHandsAgo;

    /// <summary>First place that a list of payouts shows; null: from the top.</summary>
    public int? StartRank { get; init; }

    /// <summary>Texts that replace those written, by field; typed in by a person.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
