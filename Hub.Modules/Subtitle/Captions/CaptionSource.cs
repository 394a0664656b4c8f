using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>What a composition writes its texts from. What is not known is null or empty, and is written as <c>''</c>.</summary>
internal sealed record CaptionSource
{
    /// <summary>The hand that the caption is about; null for one about a tournament or the programme.</summary>
    public HandCaptured? Hand { get; init; }

    /// <summary>The player it is about; null for one about the whole table.</summary>
    public HandPlayer? Player { get; init; }

    /// <summary>The played hand that "chips N hands ago" looks back at; null when the session is younger.</summary>
    public HandCaptured? EarlierHand { get; init; }

    /// <summary>Played hands before <see cref="Hand"/>, newest first, as many as the composition looks back at.</summary>
    public IReadOnlyList<HandCaptured> History { get; init; } = [];

    /// <summary>The tournament that the table belongs to, or that the caption is about.</summary>
    public TournamentFacts? Tournament { get; init; }

    /// <summary>Corrections and particulars of players.</summary>
    public PlayerBook Players { get; init; } = PlayerBook.Empty;

    /// <summary>What was entered by hand about the programme.</summary>
    public ProgrammeFacts Programme { get; init; } = ProgrammeFacts.Nothing;

    /// <summary>What the rule or the person who asked has chosen.</summary>
    public CaptionOptions Options { get; init; } = new();

    /// <summary>Prize of a place in the tournament; null where it is unknown or not paid.</summary>
    public long? PrizeOf(int? place) => place is { } known ? Tournament?.PrizeOf(known) : null;

    /// <summary>The hand of a caption that needs one.</summary>
    public HandCaptured RequiredHand => Hand ?? throw new InvalidOperationException("A caption about a hand was asked for without one.");

    /// <summary>The player of a caption whose scope is <see cref="CaptionScope.Player"/>.</summary>
    public HandPlayer RequiredPlayer => Player ?? throw new InvalidOperationException("A caption about a player was asked for without one.");

    /// <summary>The tournament of a caption that needs one.</summary>
    public TournamentFacts RequiredTournament => Tournament ?? throw new InvalidOperationException("A caption about a tournament was asked for without one.");
}
