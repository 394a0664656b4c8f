using FluentAssertions;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.ReadCsv.Formats;
using Hub.Modules.Subtitle.Tournaments.Import;

namespace Hub.Tests.Subtitle.Tournaments;

internal sealed class MomentsTests
{
    [TestCase("Running", 9, "Running", 9, 0, "")]
    [TestCase("Running", 9, "Running", 10, 0, "level/10")]
    [TestCase("Running", 9, "Running", 12, 0, "level/12")]
    [TestCase("Running", 10, "Running", 9, 0, "")]
    [TestCase("Registration", 3, "Registration", 4, 0, "level/4")]
    [TestCase("Running", 9, "Paused", 9, 0, "")]
    [TestCase("Paused", 9, "Running", 9, 0.5, "break/9")]
    [TestCase("Paused", 9, "Running", 10, 0.5, "level/10 break/9")]
    [TestCase("Paused", 9, "FinalTable", 10, 2, "level/10 break/9")]
    [TestCase("Paused", 9, "Running", 10, 15, "level/10 day/2026-11-25")]
    [TestCase("Scheduled", 0, "Running", 1, 0, "level/1 day/2026-11-25")]
    [TestCase("Registration", 1, "Running", 1, 0, "day/2026-11-25")]
    [TestCase("Registration", 8, "Running", 8, 0, "", Description = "Registration has closed; they have been playing all along")]
    [TestCase("Scheduled", 0, "Registration", 0, 0, "")]
    [TestCase("Running", 30, "Completed", 31, 0, "")]
    [TestCase("Completed", 30, "Running", 30, 0, "")]
    public void What_happened_follows_from_the_two_states(string status, int level, string nextStatus, int nextLevel, double hoursPaused, string expected)
    {
        var moments = Moments.Between(Entry(status, level), Entry(nextStatus, nextLevel), TimeSpan.FromHours(hoursPaused), new DateOnly(2026, 11, 25));

        string.Join(' ', moments.Select(moment => moment.Name)).Should().Be(expected);
    }

    [TestCase("Running", 16, 15, false)]
    [TestCase("Running", 15, 15, true)]
    [TestCase("Paused", 3, 15, true)]
    [TestCase("Running", 0, 15, null)]
    [TestCase("Running", 3, 0, null, Description = "Nobody knows yet how many are paid")]
    [TestCase("Registration", 3, 15, null)]
    [TestCase("Completed", 1, 15, null)]
    public void The_money_is_reached_when_no_more_are_left_than_are_paid(string status, int left, int paid, bool? expected)
        => Moments.IsInMoney(new ImportedFacts { Entry = Entry(status, 9) with { RemainingPlayers = left }, Payouts = paid == 0 ? null : [new PayoutEntry(1, paid, 100)] }).Should().Be(expected);

    private static TournamentEntry Entry(string status, int level) => new()
    {
        Name = "Winter Classic",
        BuyIn = 1500,
        StartingChips = 25_000,
        CurrentLevel = level,
        RemainingPlayers = 100,
        RegisteredPlayers = 1000,
        Status = Enum.Parse<TournamentStatus>(status),
    };
}
