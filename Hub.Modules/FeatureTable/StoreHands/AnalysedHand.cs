using System.Text.Json;
using Hub.Contracts.FeatureTable;
using Hub.Modules.FeatureTable.Domain.Cards;
using Hub.Modules.FeatureTable.Domain.Facts;
using Hub.Modules.FeatureTable.Domain.Hands;
using Hub.Modules.FeatureTable.Persistence;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>A hand with its facts, ready to become a row and a message.</summary>
/// <param name="Facts">What happened.</param>
/// <param name="ContentHash">Hash of the exported fields.</param>
/// <param name="Source">Where it comes from: rfid or manual.</param>
internal sealed record AnalysedHand(HandFacts Facts, string ContentHash, string Source = "rfid")
{
    private const int FirstRevision = 1;

    public HandIdentity Identity => Hand.Identity;

    /// <summary>UTC.</summary>
    public DateTimeOffset EndedAt => Hand.StartedAt + Hand.Duration;

    public bool WasPlayed => Hand.WasPlayed;

    private RecordedHand Hand => Facts.Hand;

    /// <summary>Begun seconds do not count, so that a hand of 119.9 s is below a limit of 120 in every place.</summary>
    private int DurationSeconds => (int)Hand.Duration.TotalSeconds;

    private string[] Board => [.. Hand.Board.Select(card => card.ToString())];

    public HandRow ToRow(SessionRow session, string tableId, long? sequence, bool isBacklog)
    {
        var row = new HandRow
        {
            TableId = tableId,
            HandNumber = Hand.Number,
            Source = Source,
            SessionId = session.SessionId,
            StartTicks = Identity.StartTicks,
            StartedAt = Hand.StartedAt,
            Sequence = sequence,
            Revision = FirstRevision,
            IsBacklog = isBacklog,
        };
        WriteTo(row);
        return row;
    }

    /// <summary>Replaces the content of the hand's row by this newer one.</summary>
    public void Revise(HandRow row)
    {
        WriteTo(row);
        row.Revision++;
    }

    public HandCaptured ToMessage(SessionRow session, string tableId, long sequence, bool isBacklog) => new()
    {
        TableId = tableId,
        TableName = session.TableName,
        SessionId = session.SessionId,
        SessionType = session.Type,
        HandNumber = Hand.Number,
        StartTicks = Identity.StartTicks,
        Sequence = sequence,
        Revision = FirstRevision,
        IsBacklog = isBacklog,
        WasPlayed = Hand.WasPlayed,
        DurationSeconds = DurationSeconds,
        SmallBlind = Hand.Blinds.SmallBlind,
        BigBlind = Hand.Blinds.BigBlind,
        Ante = Hand.Blinds.Ante,
        ButtonSeat = Hand.Blinds.ButtonSeat,
        Pot = Facts.Pot,
        HandRank = Facts.Rank?.ToName(),
        IsPremium = Facts.IsPremium,
        IsAllIn = Facts.IsAllIn,
        Grade = Facts.Grade,
        BoardCards = Board,
        Players = [.. Facts.Players.Select(HandPlayerOf)],
        Warnings = Facts.Warnings,
    };

    /// <summary>Makes the content of the hand's row this one.</summary>
    public void WriteTo(HandRow row)
    {
        row.HandRank = Facts.Rank?.ToName();
        row.PotSize = Facts.Pot;
        row.Winner = WinnerNames.Of(Facts);
        row.PlayersJson = JsonSerializer.Serialize([.. Facts.Players.Select(StoredPlayerOf)], StoredJson.Default.IReadOnlyListStoredPlayer);
        row.CommunityCardsJson = JsonSerializer.Serialize(Board, StoredJson.Default.IReadOnlyListString);
        row.ActionsJson = JsonSerializer.Serialize([.. Hand.Actions.Select(StoredActionOf)], StoredJson.Default.IReadOnlyListStoredAction);
        row.DurationSeconds = DurationSeconds;
        row.ContentHash = ContentHash;
        row.WasPlayed = Hand.WasPlayed;
        row.IsAllIn = Facts.IsAllIn;
        row.Grade = Facts.Grade.ToString();
        row.SmallBlind = Hand.Blinds.SmallBlind;
        row.BigBlind = Hand.Blinds.BigBlind;
        row.Ante = Hand.Blinds.Ante;
        row.ButtonSeat = Hand.Blinds.ButtonSeat;
        row.WarningsJson = JsonSerializer.Serialize(Facts.Warnings, StoredJson.Default.IReadOnlyListString);
    }

    private static string[] CardsOf(RecordedPlayer player) => [.. player.HoleCards.Select(card => card.ToString())];

    private static StoredPlayer StoredPlayerOf(PlayerFacts facts) => new()
    {
        Seat = facts.Player.Seat,
        Name = facts.Player.Name,
        Stack = facts.Player.EndStack,
        HoleCards = CardsOf(facts.Player),
        LongName = facts.Player.LongName,
        StartStack = facts.Player.StartStack,
        EndStack = facts.Player.EndStack,
        ChipsPutIn = facts.ChipsPutIn,
        IsWinner = facts.IsWinner,
        HasFolded = facts.HasFolded,
        IsAllIn = facts.IsAllIn,
        WentOut = facts.WentOut,
        IsSittingOut = facts.Player.IsSittingOut,
        HandRank = facts.Rank?.ToName(),
        EliminationRank = facts.Player.EliminationRank,
        VpipPercent = facts.Player.VpipPercent,
    };

    private static HandPlayer HandPlayerOf(PlayerFacts facts) => new()
    {
        Seat = facts.Player.Seat,
        Name = facts.Player.Name,
        LongName = facts.Player.LongName,
        StartStack = facts.Player.StartStack,
        EndStack = facts.Player.EndStack,
        HoleCards = CardsOf(facts.Player),
        IsSittingOut = facts.Player.IsSittingOut,
        HasFolded = facts.HasFolded,
        IsAllIn = facts.IsAllIn,
        IsWinner = facts.IsWinner,
        ChipsPutIn = facts.ChipsPutIn,
        HandRank = facts.Rank?.ToName(),
        WentOut = facts.WentOut,
        EliminationRank = facts.Player.EliminationRank,
        VpipPercent = facts.Player.VpipPercent,
    };

    private static StoredAction StoredActionOf(RecordedAction action)
    {
        var isBoardCard = action.Kind == ActionKind.BoardCard;
        return new StoredAction
        {
            Action = action.Name.Replace(' ', '_').ToLowerInvariant(),
            Seat = isBoardCard ? null : action.Seat,
            Amount = action.StreetTotal > 0 ? action.StreetTotal : null,
            Pot = action.PotBefore,
            Card = action.BoardCard?.ToString(),
        };
    }
}
