using System.Text;
using FluentAssertions;
using Hub.Modules.Subtitle.ReadCsv;
using Hub.Modules.Subtitle.ReadCsv.Formats;

namespace Hub.Tests.Subtitle.ReadCsv;

/// <summary>Each file, row by row: a bad row is named with line and column, the good one below it goes in.</summary>
internal sealed class CsvFormatTests
{
    private const string TournamentHeader = "tournament_number,name,buy_in,rake,starting_chips,current_level,remaining_players,registered_players,prize_pool,status";
    private const string LevelHeader = "tournament_number,level,small_blind,big_blind,ante,bb_ante,duration_minutes,is_break,break_name";
    private const string PayoutHeader = "tournament_number,place_start,place_end,amount,percentage,is_bracelet";
    private const string ChipHeader = "tournament_number,player_name,chips,table_number,seat_number,rank,is_eliminated";
    private const string BroadcastHeader = "date,time_start,time_end,event_title,channel,tournament_number,is_live";

    [Test]
    public void A_tournament_is_read()
        => Good(new TournamentDataFormat(), TournamentHeader, "#12,\"Winter Classic\",\"$1,500\",150,25000,9,120,\"1,204\",\"$1,625,400\",in_progress").Should().Be(new TournamentEntry
        {
            Name = "Winter Classic",
            BuyIn = 1500,
            Fee = 150,
            StartingChips = 25_000,
            CurrentLevel = 9,
            RemainingPlayers = 120,
            RegisteredPlayers = 1204,
            PrizePool = 1_625_400,
            Status = TournamentStatus.Running,
        });

    [TestCase("x,Winter Classic,1500,150,25000,9,120,1204,,running", "tournament_number")]
    [TestCase("12,,1500,150,25000,9,120,1204,,running", "name")]
    [TestCase("12,Winter Classic,free,150,25000,9,120,1204,,running", "buy_in")]
    [TestCase("12,Winter Classic,3000000000,150,25000,9,120,1204,,running", "buy_in")]
    [TestCase("12,Winter Classic,1500,1600,25000,9,120,1204,,running", "rake")]
    [TestCase("12,Winter Classic,1500,10%,25000,9,120,1204,,running", "rake")]
    [TestCase("12,Winter Classic,1500,150,,9,120,1204,,running", "starting_chips")]
    [TestCase("12,Winter Classic,1500,150,25000,nine,120,1204,,running", "current_level")]
    [TestCase("12,Winter Classic,1500,150,25000,9,-1,1204,,running", "remaining_players")]
    [TestCase("12,Winter Classic,1500,150,25000,9,1205,1204,,running", "remaining_players")]
    [TestCase("12,Winter Classic,1500,150,25000,9,120,,,running", "registered_players")]
    [TestCase("12,Winter Classic,1500,150,25000,9,120,1204,lots,running", "prize_pool")]
    [TestCase("12,Winter Classic,1500,150,25000,9,120,1204,,", "status")]
    [TestCase("12,Winter Classic,1500,150,25000,9,120,1204,,asleep", "status")]
    public void A_bad_tournament_is_named(string row, string column)
        => Bad(new TournamentDataFormat(), TournamentHeader, row, column, "13,Summer Classic,500,,10000,0,0,0,,upcoming");

    [TestCase("running", "Running")]
    [TestCase("ACTIVE", "Running")]
    [TestCase("In Progress", "Running")]
    [TestCase("upcoming", "Scheduled")]
    [TestCase("reg_open", "Registration")]
    [TestCase("break", "Paused")]
    [TestCase("ft", "FinalTable")]
    [TestCase("done", "Completed")]
    [TestCase("canceled", "Cancelled")]
    public void A_status_has_several_words(string word, string status)
        => Good(new TournamentDataFormat(), TournamentHeader, $"12,Winter Classic,1500,150,25000,9,120,1204,,{word}").Status.ToString().Should().Be(status);

    [TestCase("12,9,1000,2000,250,,40,,", 250, false)]
    [TestCase("12,9,1000,2000,,2000,40,no,", 2000, true)]
    [TestCase("12,9,1000,2000,2000,true,40,,", 2000, true)]
    [TestCase("12,9,1000,2000,,,40,,", 0, false)]
    public void A_level_has_the_ante_that_either_column_states(string row, long ante, bool isBigBlinds)
        => Good(new LevelFormat(), LevelHeader, row).Should().Be(new LevelEntry { Level = 9, SmallBlind = 1000, BigBlind = 2000, Ante = ante, IsBigBlindAnte = isBigBlinds, DurationMinutes = 40 });

    [Test]
    public void A_break_needs_no_blinds()
        => Good(new LevelFormat(), LevelHeader, "12,9,,,,,75,yes,Dinner").Should().Be(new LevelEntry { Level = 9, SmallBlind = 0, BigBlind = 0, DurationMinutes = 75, IsBreak = true, BreakName = "Dinner" });

    [TestCase("12,,1000,2000,,,40,,", "level")]
    [TestCase("12,9,,2000,,,40,,", "small_blind")]
    [TestCase("12,9,3000,2000,,,40,,", "small_blind")]
    [TestCase("12,9,1000,0,,,40,,", "big_blind")]
    [TestCase("12,9,1000,2000,some,,40,,", "ante")]
    [TestCase("12,9,1000,2000,,some,40,,", "bb_ante")]
    [TestCase("12,9,1000,2000,,,0,,", "duration_minutes")]
    [TestCase("12,9,1000,2000,,,40,perhaps,", "is_break")]
    [TestCase("12,10,1000,2000,,,40,,", "level", TestName = "A_bad_level_is_named(said twice)")]
    public void A_bad_level_is_named(string row, string column)
        => Bad(new LevelFormat(), LevelHeader, row, column, "12,10,2000,4000,,,40,,", isBelow: column == "level");

    [TestCase("12,1,1,500000,18.2,true")]
    [TestCase("12,1,1,\"$500,000\",18.2%,yes")]
    public void A_payout_is_read(string row) => Good(new PayoutFormat(), PayoutHeader, row).Should().Be(new PayoutEntry(1, 1, 500_000, 18.2m, IsBracelet: true));

    [TestCase("12,0,1,500,,", "place_start")]
    [TestCase("12,3,,500,,", "place_end")]
    [TestCase("12,3,2,500,,", "place_end")]
    [TestCase("12,3,3,,,", "amount")]
    [TestCase("12,3,3,500,400,", "percentage")]
    [TestCase("12,3,3,500,,maybe", "is_bracelet")]
    [TestCase("12,12,18,500,,", "place_start")]
    public void A_bad_payout_is_named(string row, string column)
        => Bad(new PayoutFormat(), PayoutHeader, row, column, "12,10,15,600,,", isBelow: true);

    [TestCase("12,김민서,1620000,Amazon 4,7,3,", "Amazon 4", 7, 3)]
    [TestCase("12,김민서,\"1,620,000\",,,0,false", null, null, null)]
    public void A_player_is_read(string row, string? table, int? seat, int? rank)
        => Good(new ChipFormat(), ChipHeader, row).Should().Be(new ChipEntry("김민서", 1_620_000, table, seat, rank));

    [TestCase("12,,5000,4,7,3,", "player_name")]
    [TestCase("12,Ada King,,4,7,3,", "chips")]
    [TestCase("12,Ada King,-5,4,7,3,", "chips")]
    [TestCase("12,Ada King,5000,4,99,3,", "seat_number")]
    [TestCase("12,Ada King,5000,4,7,third,", "rank")]
    [TestCase("12,Ada King,5000,4,7,3,gone", "is_eliminated")]
    [TestCase("12,bea  LIND,5000,4,8,3,", "player_name", TestName = "A_bad_player_is_named(one person twice)")]
    public void A_bad_player_is_named(string row, string column)
        => Bad(new ChipFormat(), ChipHeader, row, column, "12,Bea Lind,9000,4,8,1,", isBelow: true);

    [Test]
    public void Two_players_of_one_name_sit_in_different_seats()
        => Parse(new ChipFormat(), ChipHeader, "12,Kim,9000,4,8,,", "12,Kim,7000,5,8,,").Good.Should().HaveCount(2);

    [Test]
    public void A_broadcast_is_read()
        => Good(new BroadcastFormat(), BroadcastHeader, "2026-07-04,5:30 PM,00:30,\"Winter Classic, Day 2\",Main,#12,yes").Should().Be(new BroadcastEntry
        {
            Date = new DateOnly(2026, 7, 4),
            Start = new TimeOnly(17, 30),
            End = new TimeOnly(0, 30),
            Title = "Winter Classic, Day 2",
            Channel = "Main",
            Tournament = 12,
            IsLive = true,
        });

    [TestCase("07/04/2026,17:30,,Winter Classic,,,", "date")]
    [TestCase("2026-07-04,,,Winter Classic,,,", "time_start")]
    [TestCase("2026-07-04,17:30,late,Winter Classic,,,", "time_end")]
    [TestCase("2026-07-04,17:30,,,,,", "event_title")]
    [TestCase("2026-07-04,17:30,,Winter Classic,,ME,", "tournament_number")]
    public void A_bad_broadcast_is_named(string row, string column)
        => Bad(new BroadcastFormat(), BroadcastHeader, row, column, "2026-07-05,17:30,,Winter Classic,,,");

    private static TEntry Good<TEntry>(CsvFormat<TEntry> format, string header, string row)
        where TEntry : ICsvEntry
    {
        var file = Parse(format, header, row);
        file.Problems.Should().BeEmpty();
        return file.Good.Should().ContainSingle().Subject.Entry;
    }

    private static void Bad<TEntry>(CsvFormat<TEntry> format, string header, string row, string column, string goodRow, bool isBelow = false)
        where TEntry : ICsvEntry
    {
        var file = isBelow ? Parse(format, header, goodRow, row) : Parse(format, header, row, goodRow);

        file.Problems.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Line = isBelow ? 3 : 2, Column = column });
        file.Problems[0].Reason.Should().NotBeEmpty();
        file.Problems[0].Allowed.Should().NotBeEmpty();
        file.Good.Should().ContainSingle();
        file.Bad.Should().ContainSingle();
    }

    private static ParsedCsv<TEntry> Parse<TEntry>(CsvFormat<TEntry> format, params string[] lines)
        where TEntry : ICsvEntry
        => format.Parse(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
}
