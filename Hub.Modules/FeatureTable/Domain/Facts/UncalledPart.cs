namespace Hub.Modules.FeatureTable.Domain.Facts;

/// <summary>Chips that nobody matched; they go back to who put them in and are no part of the pot.</summary>
/// <param name="Seat">Whose chips they are; 0 when everything was called.</param>
/// <param name="Chips">How many.</param>
internal readonly record struct UncalledPart(int Seat, long Chips)
{
    /// <summary>
    /// The rule: the most anyone still in has put in, less the most anyone else has. Second, for a hand in which a bet was
    /// mistyped below what a player who then folded had in already: that player's surplus.
    /// </summary>
    public static IEnumerable<UncalledPart> Candidates(ChipLedger ledger)
    {
        yield return SurplusOf(ledger, seat => !seat.HasFolded);
        if (SurplusOf(ledger, seat => seat.HasFolded) is { Chips: > 0 } folded)
            yield return folded;
    }

    public long RefundTo(int seat) => seat == Seat ? Chips : 0;

    private static UncalledPart SurplusOf(ChipLedger ledger, Func<SeatLedger, bool> isEligible)
    {
        var most = ledger.Seats.Where(isEligible).MaxBy(seat => seat.Matched);
        if (most is null)
            return default;

        var next = ledger.Seats.Where(seat => seat != most).Select(seat => seat.Matched).DefaultIfEmpty(0).Max();
        return most.Matched > next ? new UncalledPart(most.Seat, most.Matched - next) : default;
    }
}
