using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Tests.Subtitle.Captions;

internal sealed class PayoutCaptionTests
{
    [Test]
    public void Payouts_go_from_the_first_place_down()
        => CaptionText.Of("Payouts", FinalNine.Everything()).Should().Be(
            """
            event_name: $10,000 NO-LIMIT HOLD'EM MAIN EVENT WORLD CHAMPIONSHIP
            slot: rank / prize
            1: 1 / $10,000,000
            2: 2 / $6,000,000
            3: 3 / $4,000,000
            4: 4 / $3,000,000
            5: 5 / $2,400,000
            6: 6 / $1,900,000
            7: 7 / $1,500,000
            8: 8 / $1,250,000
            9: 9 / $1,000,000
            """);

    [Test]
    public void Payouts_that_nobody_has_imported_leave_every_row_empty()
        => CaptionText.Of("Payouts", FinalNine.TournamentOnly).Should().Be(
            """
            event_name: EVENT 1
            slot: rank / prize
            1:  /
            2:  /
            3:  /
            4:  /
            5:  /
            6:  /
            7:  /
            8:  /
            9:  /
            """);

    [Test]
    public void Payouts_from_a_place_show_the_range_it_lies_in_and_a_stated_zero()
        => CaptionText.Of("Payouts (choose start rank)", FinalNine.Everything() with { Options = new CaptionOptions { StartRank = 11 } }).Should().Be(
            """
            event_name: $10,000 NO-LIMIT HOLD'EM MAIN EVENT WORLD CHAMPIONSHIP
            start_rank: 11
            slot: rank / prize
            1: 10-11 / $750,000
            2: 12-17 / $485,000
            3: 18-27 / $0
            4:  /
            5:  /
            6:  /
            7:  /
            8:  /
            9:  /
            10:  /
            11:  /
            """);

    [Test]
    public void Payouts_from_no_place_in_particular_start_at_the_top()
        => CaptionText.Of("Payouts (choose start rank)", FinalNine.Everything()).Should().Be(
            """
            event_name: $10,000 NO-LIMIT HOLD'EM MAIN EVENT WORLD CHAMPIONSHIP
            start_rank: 1
            slot: rank / prize
            1: 1 / $10,000,000
            2: 2 / $6,000,000
            3: 3 / $4,000,000
            4: 4 / $3,000,000
            5: 5 / $2,400,000
            6: 6 / $1,900,000
            7: 7 / $1,500,000
            8: 8 / $1,250,000
            9: 9 / $1,000,000
            10: 10-11 / $750,000
            11: 12-17 / $485,000
            """);

    [Test]
    public void Small_payouts_name_who_has_finished()
        => CaptionText.Of("_Mini Payout", FinalNine.Everything() with { Hand = HandAfter(SomeHand.Gone(4, "한가람", rank: 8)) }).Should().Be(
            """
            event_name: $10,000 NO-LIMIT HOLD'EM MAIN EVENT WORLD CHAMPIONSHIP
            slot: rank / prize / name
            1: 1 / $10,000,000 /
            2: 2 / $6,000,000 /
            3: 3 / $4,000,000 /
            4: 4 / $3,000,000 /
            5: 5 / $2,400,000 /
            6: 6 / $1,900,000 /
            7: 7 / $1,500,000 /
            8: 8 / $1,250,000 / 한가람
            9: 9 / $1,000,000 / AMARU QUISPE
            """);

    private static HandCaptured HandAfter(params HandPlayer[] players) => SomeHand.Of(1, players);
}
