using Hub.Contracts.FeatureTable;
using Hub.Modules.FeatureTable.Domain.Cards;
using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.Domain.Facts;

/// <summary>Everything that follows from a recorded hand on its own.</summary>
internal sealed record HandFacts
{
    public required RecordedHand Hand { get; init; }

    /// <summary>All chips put in less the uncalled part.</summary>
    public required long Pot { get; init; }

    /// <summary>Best rank among the players still in at the showdown; null without one.</summary>
    public required HandRank? Rank { get; init; }

    public required HandGrade Grade { get; init; }

    /// <summary>One for each seat, ascending.</summary>
    public required IReadOnlyList<PlayerFacts> Players { get; init; }

    /// <summary>What does not add up in the export, in words.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    public bool IsPremium => Rank?.IsPremium() ?? false;

    public bool IsAllIn => Players.Any(player => player.IsAllIn);

    public static HandFacts Of(RecordedHand hand, TimeSpan longHand)
    {
        var ledger = ChipLedger.Replay(hand);
        var showdown = Showdown.Of(hand, ledger);
        var settlement = Settlement.Of(hand, ledger, showdown);
        var rank = showdown?.BestRank;
        return new HandFacts
        {
            Hand = hand,
            Pot = settlement.Pot,
            Rank = rank,
            Grade = Grading.Of(rank, hand.Duration >= longHand, hand.Board),
            Players = [.. hand.Players.Select(player => FactsOf(player, ledger.At(player.Seat), settlement, showdown))],
            Warnings = [.. hand.Remarks, .. ledger.Warnings, .. settlement.Warnings, .. DoubtfulReadings.Of(hand, showdown)],
        };
    }

    private static PlayerFacts FactsOf(RecordedPlayer player, SeatLedger? seat, Settlement settlement, Showdown? showdown)
        => new()
        {
            Player = player,
            HasFolded = seat?.HasFolded ?? false,
            IsAllIn = seat?.IsAllIn ?? false,
            IsWinner = settlement.Winners.Any(winner => winner.Seat == player.Seat),
            ChipsPutIn = (seat?.PutIn ?? 0) - settlement.Uncalled.RefundTo(player.Seat),
            Rank = showdown?.RankOf(player.Seat),
        };
}
