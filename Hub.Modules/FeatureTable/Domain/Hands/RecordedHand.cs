using Hub.Modules.FeatureTable.Domain.Cards;

namespace Hub.Modules.FeatureTable.Domain.Hands;

/// <summary>A hand as recorded at the table, checked for form but not yet for sense.</summary>
internal sealed record RecordedHand
{
    /// <summary>Number as exported; not unique within a session.</summary>
    public required int Number { get; init; }

    /// <summary>Start of the deal, UTC, to 100 ns. With session and number it is the identity of the hand.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    public required Blinds Blinds { get; init; }

    /// <summary>Every seat, ascending.</summary>
    public required IReadOnlyList<RecordedPlayer> Players { get; init; }

    public required IReadOnlyList<RecordedAction> Actions { get; init; }

    /// <summary>What could not be read as it stands, in words.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public HandIdentity Identity => new(Number, StartedAt.UtcTicks);

    /// <summary>False for a hand that was dealt but has no events (yet).</summary>
    public bool WasPlayed => Actions.Count > 0;

    /// <summary>Cards of the (first) board in the order dealt.</summary>
    public IReadOnlyList<Card> Board =>
        [.. Actions.Where(action => action is { Kind: ActionKind.BoardCard, BoardNumber: <= 1, BoardCard: not null }).Select(action => action.BoardCard!.Value)];

    /// <summary>The board was dealt more than once, so one board alone does not tell who won.</summary>
    public bool HasSeveralBoards => Actions.Any(action => action.BoardNumber > 1);

    public RecordedPlayer? PlayerAt(int seat) => Players.FirstOrDefault(player => player.Seat == seat);
}
