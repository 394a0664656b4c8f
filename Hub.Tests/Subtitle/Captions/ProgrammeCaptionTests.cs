using FluentAssertions;

namespace Hub.Tests.Subtitle.Captions;

internal sealed class ProgrammeCaptionTests
{
    [Test]
    public void Two_commentators_are_shown_and_a_third_is_not()
        => CaptionText.Of("Commentator", FinalNine.Everything()).Should().Be(
            """
            slot: name / sub
            1: MARA DELACROIX / @MARADELACROIX
            2: 김하늘 /
            """);

    [Test]
    public void Without_commentators_both_slots_are_empty()
        => CaptionText.Of("Commentator", FinalNine.TournamentOnly).Should().Be(
            """
            slot: name / sub
            1:  /
            2:  /
            """);

    [Test]
    public void A_reporter_alone_leaves_the_second_slot_empty()
        => CaptionText.Of("Reporter", FinalNine.Everything()).Should().Be(
            """
            slot: name / sub
            1: СЕМЁН ЖУКОВ / @ZHUKOV
            2:  /
            """);

    [Test]
    public void A_location_is_the_venue()
        => CaptionText.Of("Location", FinalNine.Everything()).Should().Be(
            """
            venue: HORSESHOE & PARIS, LAS VEGAS
            """);

    [Test]
    public void A_schedule_of_two_leaves_four_slots_empty()
        => CaptionText.Of("Broadcast Schedule", FinalNine.Everything()).Should().Be(
            """
            slot: date / time / event_name
            1: Jul 14 / 05:30 PM / MAIN EVENT FINAL TABLE
            2: Jul 15 / 12:05 AM / HIGH ROLLER – DAY 2
            3:  /  /
            4:  /  /
            5:  /  /
            6:  /  /
            """);

    [Test]
    public void Hand_for_hand_needs_no_data()
        => CaptionText.Of("1-Hand-for-hand play is currently in progress", FinalNine.TournamentOnly).Should().Be(
            """
            message: HAND-FOR-HAND PLAY IS CURRENTLY IN PROGRESS
            """);

    [Test]
    public void The_next_stream_is_the_first_of_the_schedule()
        => CaptionText.Of("1-NEXT STREAM STARTING SOON", FinalNine.Everything()).Should().Be(
            """
            message: MAIN EVENT FINAL TABLE
            """);

    [Test]
    public void Without_a_schedule_a_next_stream_is_promised_all_the_same()
        => CaptionText.Of("1-NEXT STREAM STARTING SOON", FinalNine.TournamentOnly).Should().Be(
            """
            message: STAY TUNED
            """);
}
