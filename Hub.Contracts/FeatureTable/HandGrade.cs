namespace Hub.Contracts.FeatureTable;

/// <summary>
/// How worth broadcasting a hand is. One point each for: premium (full house or better); a duration at or above the
/// configured limit (120 s); five board cards that alone make three of a kind or better.
/// </summary>
public enum HandGrade
{
    /// <summary>No or one point.</summary>
    C = 0,

    /// <summary>Two points; worth broadcasting.</summary>
    B = 1,

    /// <summary>All three points; worth broadcasting.</summary>
    A = 2,
}
