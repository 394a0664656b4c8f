namespace Hub.Modules.Subtitle.Captions;

/// <summary>Rows of a list of payouts.</summary>
internal static class PayoutFields
{
    /// <summary>Adds a row for each place or range of places.</summary>
    public static void AddPayouts(
        this Dictionary<string, string> fields, int slots, IReadOnlyList<Payout> payouts, params ReadOnlySpan<(string Field, Func<Payout, string> Write)> more)
        => fields.AddSlots(
            slots,
            payouts,
            [("rank", payout => CaptionValue.Places(payout.FirstPlace, payout.LastPlace)), ("prize", payout => CaptionValue.Money(payout.Amount)), .. more]);
}
