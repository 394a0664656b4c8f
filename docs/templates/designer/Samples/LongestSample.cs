using TemplateDesigner.Packaging;

namespace TemplateDesigner.Samples;

/// <summary>The longest values that are likely to come for each field, in Latin, Cyrillic and Hangul.</summary>
internal static class LongestSample
{
    private static readonly string[] Names =
    [
        "KONSTANTINOS PAPADIMITRIOU", "АЛЕКСАНДР ВОРОНЦОВ-ДАШКОВ", "남궁민수현 (DOMINIC)", "WILHELMINA WOJTKOWIAK-MWANGI",
        "MARÍA DE LOS ÁNGELES ECHEVERRÍA", "ΧΑΡΑΛΑΜΠΟΣ ΑΝΑΓΝΩΣΤΟΠΟΥΛΟΣ", "SIVARAMAKRISHNAN VENKATESH", "MAXIMILIAN VON HOHENZOLLERN", "NGUYỄN HOÀNG PHƯƠNG THẢO",
    ];

    public static string Of(Package package, string key)
    {
        var (slot, field) = SlotKey.Split(key);
        return field switch
        {
            "name" or "player_name" => Names[((slot ?? 4) - 1) % Names.Length],
            "flag" => "GB",
            "event_name" => "$10,000 NO-LIMIT HOLD'EM MAIN EVENT WORLD CHAMPIONSHIP",
            "table_name" => "OUTER FEATURE TABLE 2",
            "series" => "INTERNATIONAL CHAMPIONSHIP OF POKER CYPRUS 2026",
            "sub" => "@THE_ONE_AND_ONLY_COMMENTATOR",
            "bar" => new string('|', 20),
            "chips" when package.Name == "Chip Flow" && slot is not null => "999.9M",
            "bbs" => "12,345.6",
            "vpip" or "share" or "others_share" => "100.0%",
            "rank" when package.Name is "Elimination" or "At Risk of Elimination" => "1000TH",
            "rank" when package.Name is "Payouts" or "Payouts (choose start rank)" or "_Mini Payout" => "1001-1024",
            "rank" => "128",
            "start_rank" => "1001",
            "hands_ago" => "30 HANDS AGO",
            "span" => "LAST 30 HANDS",
            "max_label" or "min_label" => "999.9M",
            "change" => "-1,250,000,000",
            "bracelets" => "17",
            "entrants" => "10,112",
            "places_paid" => "1,517",
            "buy_in" => "$1,000,000",
            "buy_in_fee" => "$50,000",
            "prize" or "total_prize_pool" or "earnings" or "total_fee" => "$100,000,000",
            "level" => "LEVEL 100",
            "chips_in_play" => "100,000,000",
            "blinds" => "999.99M/999.99M (999.99M)",
            "duration" => "120 MIN",
            "date" => "Sep 28",
            "time" => "10:30 PM",
            "title" => "WELCOME BACK TO THE FINAL TABLE",
            "line_1" or "line_2" or "venue" => "THE WINTERGARDEN BALLROOM OF THE GRAND HARBOUR CASINO",
            "message" => "HAND-FOR-HAND PLAY IS CURRENTLY IN PROGRESS ON ALL TABLES",
            _ => "1,250,000,000",
        };
    }
}
