namespace Hub.Modules.Subtitle.Tournaments;

/// <summary>An entry of v1's <c>payouts_json</c>.</summary>
/// <param name="Position">First place.</param>
/// <param name="PositionEnd">Last place; left out where it is the same.</param>
/// <param name="Amount">Whole dollars.</param>
/// <param name="Percentage">Share of the prize pool, 0 to 100; left out where it is unknown.</param>
internal sealed record V1Payout(int Position, int? PositionEnd, long Amount, decimal? Percentage);
