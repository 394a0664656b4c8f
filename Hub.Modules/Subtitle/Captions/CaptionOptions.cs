namespace Hub.Modules.Subtitle.Captions;

/// <summary>What a rule, or the person who asked, has chosen about one caption.</summary>
internal sealed record CaptionOptions
{
    public const int DefaultHandsAgo = 10;

    /// <summary>Name of <see cref="HandsAgo"/> in the rules file and in requests.</summary>
    public const string HandsAgoName = "hands_ago";

    /// <summary>Name of <see cref="StartRank"/> in the rules file and in requests.</summary>
    public const string StartRankName = "start_rank";

    /// <summary>Farthest that <see cref="HandsAgo"/> goes.</summary>
    public const int MostHandsAgo = 100;

    /// <summary>Lowest place that <see cref="StartRank"/> may be.</summary>
    public const int LowestStartRank = 99_999;

    /// <summary>How many played hands "chips N hands ago" looks back, or a chip flow covers.</summary>
    public int HandsAgo { get; init; } = DefaultHandsAgo;

    /// <summary>First place that a list of payouts shows; null: from the top.</summary>
    public int? StartRank { get; init; }

    /// <summary>Texts that replace those written, by field; typed in by a person.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
