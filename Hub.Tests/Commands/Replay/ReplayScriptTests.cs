using System.Text;
using System.Text.Json;
using FluentAssertions;
using Hub.Host.Commands.Replay;
using Hub.Tests.Support.Sessions;

namespace Hub.Tests.Commands.Replay;

internal sealed class ReplayScriptTests
{
    private static readonly string Live = Path.Combine("2026-09-14", SampleSessions.FinalTable.FileName);
    private static readonly PgfxSession Exported = SessionGenerator.Generate(SampleSessions.FinalTable);
    private static readonly RecordedSession Recorded = RecordedSession.Read(Encoding.UTF8.GetBytes(PgfxText.File(Exported)));

    [Test]
    public void Without_habits_each_hand_is_one_write_of_the_whole_file()
    {
        var steps = Steps(ReplayHabits.None, seed: 1);

        steps.Should().OnlyContain(step => step.File == Live && step.EndsHand && step.Length == null);
        steps.Select(step => HandsIn(step).Count).Should().Equal(Enumerable.Range(1, Recorded.HandCount));
    }

    [Test]
    public void Whatever_the_habits_the_file_ends_as_recorded([Range(1, 8)] int seed)
    {
        var last = Steps(ReplayHabits.All, seed).Last(step => step.File == Live && step.Content is not null);

        last.Length.Should().BeNull();
        last.Content!.Value.ToArray().Should().Equal(Recorded.After(Recorded.HandCount).ToArray());
    }

    [Test]
    public void Whatever_the_habits_each_hand_gets_its_final_state_once_and_in_order([Range(1, 8)] int seed)
        => Steps(ReplayHabits.All, seed).Where(step => step.EndsHand).Select(step => HandsIn(step).Count).Should().Equal(Enumerable.Range(1, Recorded.HandCount));

    [Test]
    public void A_copy_elsewhere_is_never_longer_than_the_file_was_then_and_never_a_draft_of_its_whole_length([Range(1, 8)] int seed)
    {
        var played = 0;
        foreach (var step in Steps(ReplayHabits.All, seed))
        {
            played += step.EndsHand ? 1 : 0;
            if (step.File == Live)
                continue;

            HandsIn(step).Count.Should().BeLessThanOrEqualTo(played + 1);
            if (HandsIn(step).Count == Recorded.HandCount)
                step.Content!.Value.ToArray().Should().Equal(Recorded.After(Recorded.HandCount).ToArray());
        }
    }

    [Test]
    public void A_called_off_hand_has_no_events_and_lies_between_the_hand_before_and_the_one_that_takes_its_number()
    {
        var calledOff = Steps(ReplayHabits.CalledOffHands, seed: 3).Where(step => !step.EndsHand).Select(HandsIn).ToList();

        calledOff.Should().NotBeEmpty();
        foreach (var hands in calledOff)
        {
            var played = Exported.Hands[hands.Count - 1];
            hands[^1].Events.Should().BeEmpty();
            hands[^1].HandNum.Should().Be(played.HandNum);
            string.CompareOrdinal(hands[^1].StartDateTimeUTC, played.StartDateTimeUTC).Should().BeNegative();
            if (hands.Count > 1)
                string.CompareOrdinal(hands[^1].StartDateTimeUTC, hands[^2].StartDateTimeUTC).Should().BePositive();
        }
    }

    [Test]
    public void A_rewritten_hand_differs_in_its_end_stacks_only()
    {
        var drafts = Steps(ReplayHabits.Rewrites, seed: 3).Where(step => !step.EndsHand).Select(HandsIn).ToList();

        drafts.Should().NotBeEmpty();
        foreach (var hands in drafts)
            hands[^1].Should().BeEquivalentTo(Exported.Hands[hands.Count - 1], options => options.For(hand => hand.Players).Exclude(player => player.EndStackAmt));
    }

    [Test]
    public void A_torn_write_is_followed_by_the_whole_of_it()
    {
        var steps = Steps(ReplayHabits.TornWrites, seed: 3);
        var torn = steps.Index().Where(step => step.Item.Length is not null).ToList();

        torn.Should().NotBeEmpty();
        foreach (var (index, step) in torn)
            steps[index + 1].Should().Be(step with { Length = null, EndsHand = true });
    }

    [Test]
    public void The_same_seed_plays_the_same_way_again()
        => Describe(Steps(ReplayHabits.All, seed: 5)).Should().Equal(Describe(Steps(ReplayHabits.All, seed: 5)))
            .And.NotEqual(Describe(Steps(ReplayHabits.All, seed: 6)));

    private static List<ReplayStep> Steps(ReplayHabits habits, int seed) => [.. new ReplayScript(Recorded, Live, habits, seed).Steps()];

    private static IReadOnlyList<PgfxHand> HandsIn(ReplayStep step) => JsonSerializer.Deserialize<PgfxSession>(step.Content!.Value.Span)!.Hands;

    private static IEnumerable<string> Describe(IEnumerable<ReplayStep> steps)
        => steps.Select(step => $"{step.File} {step.Content?.Length} {step.Length} {step.EndsHand}");
}
