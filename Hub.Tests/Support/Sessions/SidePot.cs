namespace Hub.Tests.Support.Sessions;

/// <summary>A part of the chips in the middle, and who gets it.</summary>
/// <param name="Amount">Chips.</param>
/// <param name="IsContested">At least two players could win it.</param>
/// <param name="Winners">Seats, in the order in which odd chips are handed out.</param>
internal sealed record SidePot(long Amount, bool IsContested, IReadOnlyList<int> Winners);
