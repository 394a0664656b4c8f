using FluentAssertions;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Tests.Subtitle.Captions;

/// <summary>The texts written here and the template packages shipped with the hub have to fit each other.</summary>
internal sealed class ShippedTemplatesTests
{
    private static readonly string LongestName = new('ß', 500);

    [TestCaseSource(typeof(ShippedTemplates), nameof(ShippedTemplates.Names))]
    public void A_composition_fills_exactly_the_fields_of_its_template(string template)
        => Write(template, 1_500_000).Keys.Should().BeEquivalentTo(ShippedTemplates.Find(template).FieldKeys);

    [Test]
    public void Names_and_amounts_of_any_size_pass_the_templates_check(
        [ValueSource(typeof(ShippedTemplates), nameof(ShippedTemplates.Names))] string template,
        [Values(0, 999_999_999_999, long.MaxValue)] long amount,
        [Values(1, 20_000)] long bigBlind)
        => ShippedTemplates.Find(template).Check(Write(template, amount, bigBlind)).Should().BeEmpty();

    private static IReadOnlyDictionary<string, string> Write(string template, long amount, long bigBlind = 20_000)
    {
        var player = SomeHand.Out(1, LongestName, rank: 112) with { EndStack = amount, VpipPercent = 100 };
        var others = Enumerable.Range(2, 8).Select(seat => SomeHand.Player(seat, LongestName, amount));
        var hand = SomeHand.Of(1, [player, .. others]) with { TableName = LongestName, BigBlind = bigBlind };
        return Compositions.Find(template)!.Write(new CaptionSource
        {
            Hand = hand,
            Player = player,
            EarlierHand = hand,
            History = [.. Enumerable.Repeat(hand with { Players = [player with { EndStack = amount / 2 }] }, 30)],
            Tournament = Tournament(amount),
            Players = new PlayerBook(new Dictionary<string, string>(), new Dictionary<string, PlayerEntry>
            {
                [LongestName] = new(LongestName, DisplayName: null, "KR", Photo: null, Bracelets: 17, amount),
            }),
            Programme = new ProgrammeFacts
            {
                Venue = LongestName,
                Series = LongestName,
                Commentators = [.. Enumerable.Repeat(new StaffMember(LongestName, "@" + LongestName), 3)],
                Reporters = [new StaffMember(LongestName, SocialHandle: null)],
                Schedule = [.. Enumerable.Repeat(new ScheduledBroadcast(new DateOnly(2026, 12, 31), new TimeOnly(23, 59), LongestName), 7)],
            },
            Options = new CaptionOptions { HandsAgo = 30, StartRank = 10_001 },
        });
    }

    private static TournamentFacts Tournament(long amount) => new()
    {
        EventCode = "WSOP_2026_E1_ME",
        Name = LongestName,
        BuyIn = amount,
        Fee = amount / 10_112,
        PrizePool = amount,
        Entries = 10_112,
        RemainingPlayers = 10_112,
        PlacesPaid = 1_517,
        StartingChips = 60_000,
        CurrentLevel = 40,
        Levels = [new BlindLevel(40, amount / 2, amount, amount, DurationMinutes: 120)],
        Payouts = [.. Enumerable.Range(0, 12).Select(row => new Payout(10_001 + (row * 5), 10_005 + (row * 5), amount))],
    };
}
