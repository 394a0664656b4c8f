using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Tests.Subtitle.Captions;

internal sealed class CompositionTests
{
    [Test]
    public void The_chip_count_goes_by_stack_and_leaves_out_who_is_not_in_play()
    {
        var hand = SomeHand.Of(
            1,
            SomeHand.Player(2, "Lindqvist", 1_500_000),
            SomeHand.Player(3, "Okafor", 2_400_000),
            SomeHand.Player(4, "Absent", 900_000) with { IsSittingOut = true },
            SomeHand.Player(5, "Busted", 0),
            SomeHand.Player(6, "Жуков", 1_500_000),
            SomeHand.Player(7, "Petrakis", 100_000));

        var fields = Write("_MAIN Mini Chip Count", hand);

        Column(fields, "name").Should().Equal("OKAFOR", "LINDQVIST", "ЖУКОВ", "PETRAKIS", "", "", "", "", "");
        Column(fields, "rank").Should().Equal("1", "2", "2", "4", "", "", "", "", "");
        Column(fields, "chips").Should().StartWith(["2,400,000", "1,500,000", "1,500,000", "100,000", ""]);
        Column(fields, "bbs").Should().StartWith(["120.0", "75.0", "75.0", "5.0", ""]);
        Column(fields, "flag").Should().StartWith(["XX", "XX", "XX", "XX", ""]);
        fields.Should().HaveCount(9 * 5);
    }

    [Test]
    public void A_tenth_player_finds_no_slot()
    {
        var hand = SomeHand.Of(1, [.. Enumerable.Range(1, 10).Select(seat => SomeHand.Player(seat, $"Seat {seat}", seat * 1000))]);

        Column(Write("_MAIN Mini Chip Count", hand), "name").Should().StartWith("SEAT 10").And.EndWith("SEAT 2");
    }

    [Test]
    public void Big_blinds_stay_empty_where_the_hand_has_no_big_blind()
    {
        var hand = SomeHand.Of(1, SomeHand.Player(2, "Lindqvist", 1_500_000)) with { BigBlind = 0 };

        Write("_MAIN Mini Chip Count", hand)["slot1_bbs"].Should().BeEmpty();
    }

    [Test]
    public void The_leaderboard_is_headed_by_the_tables_name()
    {
        var fields = Write("_Feature Table Leaderboard", SomeHand.Of(1, SomeHand.Player(2, "Lindqvist", 1_500_000)));

        fields["table_name"].Should().Be("TABLE BLUE");
        fields["event_name"].Should().BeEmpty();
        fields["slot1_name"].Should().Be("LINDQVIST");
        fields["slot1_chips"].Should().Be("1,500,000");
        fields["slot1_rank"].Should().Be("1");
        fields["slot9_name"].Should().BeEmpty();
        fields.Should().HaveCount(2 + (9 * 3));
    }

    [Test]
    public void An_elimination_shows_full_name_and_place_and_invents_no_prize()
    {
        var player = SomeHand.Out(4, "Okafor", rank: 5) with { LongName = "Chidi Okafor" };

        Write("Elimination", SomeHand.Of(9, player), player).Should().Equal(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "CHIDI OKAFOR",
            ["rank"] = "5TH",
            ["prize"] = "",
            ["flag"] = "XX",
        });
    }

    [Test]
    public void A_name_shows_chips_and_what_they_were_before()
    {
        var player = SomeHand.Winner(4, "Okafor", 1_620_000) with { VpipPercent = 35 };
        var earlier = SomeHand.Of(1, SomeHand.Player(8, "Okafor", 700_000));

        Write("NAME", SomeHand.Of(11, player), player, earlier).Should().Equal(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["player_name"] = "OKAFOR",
            ["flag"] = "XX",
            ["chips"] = "1,620,000",
            ["bbs"] = "81.0",
            ["chips_ago"] = "700,000",
            ["vpip"] = "35.0%",
        });
    }

    [Test]
    public void Namesakes_are_told_apart_by_their_seats()
    {
        var left = SomeHand.Winner(2, "Kim", 500);
        var right = SomeHand.Player(7, "Kim", 900);
        var earlier = SomeHand.Of(1, SomeHand.Player(2, "Kim", 100), SomeHand.Player(8, "Kim", 200));
        var hand = SomeHand.Of(11, left, right);

        Write("NAME", hand, left, earlier)["chips_ago"].Should().Be("100");
        Write("NAME", hand, right, earlier)["chips_ago"].Should().BeEmpty("no Kim sat on seat 7, and either of the two may have moved");
    }

    [Test]
    public void An_empty_seat_that_kept_a_moved_players_name_is_nobodys_namesake()
    {
        var player = SomeHand.Winner(8, "Okafor", 500);
        var earlier = SomeHand.Of(1, SomeHand.Player(3, "Okafor", 0, startStack: 0) with { IsSittingOut = true }, SomeHand.Player(6, "Okafor", 300));

        Write("NAME", SomeHand.Of(11, player), player, earlier)["chips_ago"].Should().Be("300");
    }

    [Test]
    public void A_name_that_was_corrected_in_between_is_still_the_same_player()
    {
        var player = SomeHand.Winner(4, "Okafor", 500);
        var book = new PlayerBook(new Dictionary<string, string> { ["Okafro"] = "Okafor" }, new Dictionary<string, PlayerEntry>());
        var source = new CaptionSource { Hand = SomeHand.Of(11, player), Player = player, EarlierHand = SomeHand.Of(1, SomeHand.Player(8, "Okafro", 300)), Players = book };

        Compositions.Find("NAME")!.Write(source)["chips_ago"].Should().Be("300");
    }

    [Test]
    public void Who_was_not_there_before_had_no_chips_before()
    {
        var player = SomeHand.Winner(4, "Okafor", 500);

        Write("NAME", SomeHand.Of(11, player), player, SomeHand.Of(1, SomeHand.Player(4, "Lindqvist", 300)))["chips_ago"].Should().BeEmpty();
        Write("NAME", SomeHand.Of(11, player), player)["chips_ago"].Should().BeEmpty();
    }

    private static IReadOnlyDictionary<string, string> Write(string template, HandCaptured hand, HandPlayer? player = null, HandCaptured? earlier = null)
        => Compositions.Find(template)!.Write(new CaptionSource { Hand = hand, Player = player, EarlierHand = earlier });

    private static IEnumerable<string> Column(IReadOnlyDictionary<string, string> fields, string field)
        => Enumerable.Range(1, 9).Select(slot => fields[$"slot{slot}_{field}"]);
}
