namespace Hub.Tests.Subtitle.Tournaments;

/// <summary>Invented files of WSOP+ about tournament 12 and, where there is a second one, 13.</summary>
internal static class Exports
{
    public const string Levels =
        """
        tournament_number,level,small_blind,big_blind,ante,bb_ante,duration_minutes,is_break,break_name
        12,9,1000,2000,,2000,40,,
        12,9,,,,,75,yes,Dinner
        12,10,1500,3000,,3000,40,,
        13,1,100,200,,,30,,
        """;

    public const string Payouts =
        """
        tournament_number,place_start,place_end,amount,percentage,is_bracelet
        12,1,1,"$500,000",25.5,yes
        12,2,2,300000,,
        12,3,15,20000,,
        """;

    public const string Chips =
        """
        tournament_number,player_name,chips,table_number,seat_number,rank,is_eliminated
        12,Ada King,900000,Amazon 4,3,,
        12,김민서,"1,620,000",Amazon 4,7,,
        12,Bea Lind,900000,,,,
        12,Carl Out,0,,,17,true
        """;

    public const string Schedule =
        """
        date,time_start,time_end,event_title,channel,tournament_number,is_live
        2026-12-02,17:30,23:00,Winter Classic Day 2,Main,12,yes
        2026-12-01,17:30,,Winter Classic Day 1,Main,12,yes
        2026-12-01,17:30,,Winter Classic Day 1,Web,12,yes
        """;

    /// <summary>All five, by name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["tournament_data.csv"] = Tournaments(Winter(), "13,Summer Main Event,500,,10000,0,0,0,,upcoming"),
        ["blind_structure.csv"] = Levels,
        ["payout_structure.csv"] = Payouts,
        ["player_chips.csv"] = Chips,
        ["broadcast_schedule.csv"] = Schedule,
    };

    public static string Tournaments(params IEnumerable<string> rows)
        => string.Join('\n', rows.Prepend("tournament_number,name,buy_in,rake,starting_chips,current_level,remaining_players,registered_players,prize_pool,status"));

    /// <summary>The row of tournament 12.</summary>
    public static string Winter(int level = 9, int left = 120, string status = "running", string name = "Winter Classic", int entries = 1204)
        => $"12,{name},1500,150,25000,{level},{left},{entries},1625400,{status}";
}
