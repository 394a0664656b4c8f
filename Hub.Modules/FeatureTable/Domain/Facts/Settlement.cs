using Hub.Modules.FeatureTable.Domain.Hands;

namespace Hub.Modules.FeatureTable.Domain.Facts;

/// <summary>What was in the pot and who got it.</summary>
/// <param name="Pot">All chips put in less the uncalled part.</param>
/// <param name="Uncalled">The part that went back.</param>
/// <param name="Winners">Who got the pot, by seat; empty where nothing was played or nothing tells.</param>
/// <param name="Warnings">What does not add up.</param>
internal sealed record Settlement(long Pot, UncalledPart Uncalled, IReadOnlyList<SeatLedger> Winners, IReadOnlyList<string> Warnings)
{
    /// <summary>By the stacks where they add up; else by the folds; else by the cards; else by the one stack that grew by the pot.</summary>
    public static Settlement Of(RecordedHand hand, ChipLedger ledger, Showdown? showdown)
    {
        var readings = UncalledPart.Candidates(ledger).Select(uncalled => (Uncalled: uncalled, Stacks: new StackReading(hand, ledger, uncalled))).ToArray();
        foreach (var (candidate, reading) in readings.Where(each => hand.WasPlayed && each.Stacks.AddsUp))
            return new Settlement(ledger.ChipsPutIn - candidate.Chips, candidate, reading.Winners, WarnOfFoldedWinner(reading.Winners));

        var (uncalled, stacks) = readings[0];
        var pot = ledger.ChipsPutIn - uncalled.Chips;
        if (!hand.WasPlayed)
            return new Settlement(pot, uncalled, [], []);

        var keptUncalled = new StackReading(hand, ledger, default);
        if (keptUncalled.AddsUp && keptUncalled.Winners is [{ HasFolded: false } taker])
            return new Settlement(pot, uncalled, [taker], [$"the uncalled part of seat {uncalled.Seat} was given to the winner"]);

        var winners = ByActionsAndCards(hand, ledger, uncalled, showdown);
        if (winners.Count == 0 && stacks.SoleTakerOfThePot is { } sole)
            winners = [sole];

        List<string> warnings = [];
        if (!stacks.AgreesWith(winners))
            warnings.Add(stacks.Describe());
        if (winners.Count == 0)
            warnings.Add("nothing tells who won");
        return new Settlement(pot, uncalled, winners, warnings);
    }

    private static IReadOnlyList<SeatLedger> ByActionsAndCards(RecordedHand hand, ChipLedger ledger, UncalledPart uncalled, Showdown? showdown)
    {
        if (ledger.StillIn.Count == 1)
            return ledger.StillIn;

        return showdown is null || hand.HasSeveralBoards ? [] : SidePots.Winners(ledger, uncalled, showdown);
    }

    private static string[] WarnOfFoldedWinner(IReadOnlyList<SeatLedger> winners)
        => [.. winners.Where(winner => winner.HasFolded).Select(winner => $"seat {winner.Seat} folded but got the pot by the stacks")];
}
