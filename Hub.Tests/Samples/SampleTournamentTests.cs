using FluentAssertions;
using Hub.Modules.Subtitle.ReadCsv;
using Hub.Modules.Subtitle.ReadCsv.Formats;

namespace Hub.Tests.Samples;

/// <summary>The shipped files of WSOP+ are without fault, and the money adds up.</summary>
internal sealed class SampleTournamentTests
{
    [Test]
    public void Every_row_is_good_and_every_prize_pool_is_paid_out_to_the_dollar()
    {
        var tournaments = Read(new TournamentDataFormat(), "tournament_data.csv");
        var payouts = Read(new PayoutFormat(), "payout_structure.csv").ToLookup(row => row.Tournament, row => row.Entry);
        Read(new LevelFormat(), "blind_structure.csv");
        Read(new ChipFormat(), "player_chips.csv");
        Read(new BroadcastFormat(), "broadcast_schedule.csv");

        foreach (var tournament in tournaments.Where(row => row.Entry.PrizePool is not null))
        {
            payouts[tournament.Tournament].Sum(payout => payout.Amount * (payout.LastPlace - payout.FirstPlace + 1)).Should().Be(tournament.Entry.PrizePool);
            ((tournament.Entry.BuyIn - tournament.Entry.Fee!.Value) * tournament.Entry.RegisteredPlayers).Should().Be(tournament.Entry.PrizePool);
        }
    }

    private static IReadOnlyList<GoodRow<TEntry>> Read<TEntry>(CsvFormat<TEntry> format, string file)
        where TEntry : ICsvEntry
    {
        var parsed = format.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "CSV", file)));
        parsed.Problems.Should().BeEmpty(file);
        return parsed.Good;
    }
}
