namespace Hub.Modules.Subtitle.AskForCaptions;

/// <summary>What a person chooses about a caption.</summary>
internal sealed record DemandedOptions
{
    /// <summary>How many played hands it looks back.</summary>
    public int? HandsAgo { get; init; }

    /// <summary>First place that is shown.</summary>
    public int? StartRank { get; init; }

    /// <summary>Texts that replace those written, by field.</summary>
    public IReadOnlyDictionary<string, string?>? Texts { get; init; }
}
