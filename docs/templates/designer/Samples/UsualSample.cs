using System.Globalization;
using TemplateDesigner.Packaging;

namespace TemplateDesigner.Samples;

/// <summary>Values as a broadcast has them. All people and events are invented.</summary>
internal static class UsualSample
{
    private static readonly (string Name, string Flag, long Chips)[] Cast =
    [
        ("INGRID HALVORSEN", "NO", 14_250_000), ("박지훈", "KR", 11_900_000), ("TOMASZ ZIELIŃSKI", "PL", 9_875_000),
        ("MARCUS OKONKWO-BRIGHT", "GB", 8_300_000), ("ΛΟΥΙΖΑ ΚΑΠΠΑ", "GR", 6_450_000), ("АННА СОРОКИНА", "BG", 5_100_000),
        ("NGUYỄN THỊ PHƯƠNG", "VN", 3_725_000), ("AL REYES", "XX", 1_240_000), ("SØREN DAHL", "DK", 460_000), ("CAMILA DUARTE", "BR", 300_000),
        ("WALTER WIMMER", "AT", 250_000),
    ];

    private static readonly long[] Prizes = [1_250_000, 860_000, 615_000, 447_500, 331_000, 249_000, 190_000, 147_500, 116_000, 92_400, 74_800];

    private static readonly string[] Events =
    [
        "$10,000 NO-LIMIT HOLD'EM MAIN EVENT", "$1,500 POT-LIMIT OMAHA", "$600 MYSTERY BOUNTY", "LADIES CHAMPIONSHIP", "$25,000 HIGH ROLLER",
        "MAIN EVENT FINAL TABLE",
    ];

    private static readonly int[] ChipValues = [5_000, 25_000, 100_000, 500_000];

    private static readonly int[] Meter = [9, 11, 8, 6, 4, 1, 5, 10, 16, 20];

    public static string Of(Package package, string key)
    {
        if (package.Preview.TryGetValue(key, out var value)) return value;

        var (slot, field) = SlotKey.Split(key);
        return slot is { } number ? InSlot(package.Name, field, number) : Alone(field);
    }

    private static string InSlot(string package, string field, int slot)
    {
        var player = Cast[slot - 1];
        return (package, field) switch
        {
            ("Chip Flow", "bar") => new string('|', Meter[slot - 1]),
            ("Chip Flow", "chips") => string.Create(CultureInfo.InvariantCulture, $"{7.9 + ((Meter[slot - 1] - 1) * 6.35 / 19):0.0}M"),
            ("Chip Comparison", "name") => Cast[slot].Name,
            ("Chip Comparison", "chips") => Amount(Cast[slot].Chips),
            ("Chip Comparison", "share") => Share(Cast[slot].Chips),
            ("Commentator", "name") => slot == 1 ? "PRIYA RAMANATHAN" : "JONAS ACKERBLOM",
            ("Reporter", "name") => slot == 1 ? "ELENI STAVROU" : "",
            ("Reporter", "sub") => slot == 1 ? "@ELENIATTHERAIL" : "",
            ("Payouts (choose start rank)", "rank") => slot < 4 ? $"{slot + 9}" : $"{(slot * 9) - 23}-{(slot * 9) - 15}",
            ("Payouts (choose start rank)", "prize") => "$" + Amount(Prizes[slot - 1] / 10),
            ("_Mini Payout", "name") => slot < 5 ? "" : player.Name,
            (_, "name") => player.Name,
            (_, "flag") => player.Flag,
            (_, "chips") => Amount(player.Chips),
            (_, "bbs") => string.Create(CultureInfo.InvariantCulture, $"{player.Chips / 100_000.0:0.0}"),
            (_, "rank") => $"{slot}",
            (_, "prize") => "$" + Amount(Prizes[slot - 1]),
            (_, "chips_in_play") => Amount(ChipValues[slot - 1]),
            (_, "sub") => slot == 1 ? "@PRIYACALLS" : "@JONASPOKER",
            (_, "date") => $"Jan {11 + slot}",
            (_, "time") => slot % 2 == 0 ? "05:30 PM" : "12:00 PM",
            (_, "event_name") => Events[slot - 1],
            _ => throw Unknown(field),
        };
    }

    private static string Alone(string field) => field switch
    {
        "player_name" or "name" => Cast[0].Name,
        "flag" => Cast[0].Flag,
        "chips" => Amount(Cast[0].Chips),
        "share" => Share(Cast[0].Chips),
        "others_chips" => Amount(Cast.Take(9).Skip(1).Sum(player => player.Chips)),
        "others_share" => "76.8%",
        "bbs" => "142.5",
        "vpip" => "28.4%",
        "chips_ago" => "11,150,000",
        "hands_ago" => "10 HANDS AGO",
        "bracelets" => "3",
        "earnings" => "$4,386,120",
        "change" => "+3,650,000",
        "span" => "LAST 30 HANDS",
        "max_label" => "14.3M",
        "min_label" => "7.9M",
        "rank" => "6TH",
        "prize" => "$187,500",
        "start_rank" => "10",
        "table_name" => "FEATURE TABLE",
        "event_name" => Events[0],
        "series" => "NORTHERN LIGHTS POKER FESTIVAL 2026",
        "buy_in" => "$10,000",
        "buy_in_fee" => "$600",
        "total_prize_pool" => "$11,599,600",
        "entrants" => "1,234",
        "places_paid" => "187",
        "total_fee" => "$740,400",
        "level" => "LEVEL 23",
        "blinds" => "10K/20K (20K)",
        "duration" => "60 MIN",
        "title" => "FINAL TABLE",
        "line_1" => "NINE PLAYERS RETURN FOR THE TITLE",
        "line_2" => "CARDS IN THE AIR AT 02:00 PM",
        "venue" => "GRAND HARBOUR CASINO, BERGEN",
        "message" => "HAND-FOR-HAND PLAY IS CURRENTLY IN PROGRESS",
        _ => throw Unknown(field),
    };

    private static string Share(long chips)
        => string.Create(CultureInfo.InvariantCulture, $"{chips * 100.0 / Cast.Take(9).Sum(player => player.Chips):0.0}%");

    private static string Amount(long amount) => amount.ToString("N0", CultureInfo.InvariantCulture);

    private static ArgumentException Unknown(string field) => new($"There is no sample for the field '{field}'; add one.", nameof(field));
}
