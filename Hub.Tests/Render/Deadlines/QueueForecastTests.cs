using FluentAssertions;
using Hub.Modules.Render.Deadlines;

namespace Hub.Tests.Render.Deadlines;

internal sealed class QueueForecastTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 18, 0, 0, TimeSpan.Zero);
    private static readonly ClipDurations Durations = new(new Dictionary<string, TimeSpan>(StringComparer.Ordinal) { ["NAME"] = Seconds(4), ["Payouts"] = Seconds(10), ["Event info"] = Seconds(6) });

    [Test]
    public void One_that_waits_alone_begins_now()
        => Eta(slots: 1, Waiting(1, "Payouts")).Should().Equal(10);

    [Test]
    public void Clips_follow_one_another_on_the_slots_there_are()
        => Eta(slots: 2, Waiting(1, "NAME"), Waiting(2, "Payouts"), Waiting(3, "NAME"), Waiting(4, "NAME")).Should().Equal(4, 10, 8, 12);

    [Test]
    public void What_is_being_rendered_keeps_its_slot_until_it_ends()
        => Eta(slots: 1, Running(1, "Payouts", since: 3), Waiting(2, "NAME")).Should().Equal(7, 11);

    [Test]
    public void A_clip_that_takes_longer_than_its_like_is_about_to_end()
        => Eta(slots: 1, Running(1, "NAME", since: 60), Waiting(2, "NAME")).Should().Equal(0, 4);

    [Test]
    public void One_that_waits_after_a_failure_keeps_no_slot_from_the_others()
        => Eta(slots: 1, Waiting(1, "NAME", notBefore: 30), Waiting(2, "NAME")).Should().Equal(34, 4);

    [Test]
    public void A_template_that_was_never_measured_takes_as_long_as_most()
        => Eta(slots: 1, Waiting(1, "Location")).Should().Equal(6);

    [Test]
    public void Before_anything_was_measured_there_is_a_guess()
        => Forecast(slots: 1, new ClipDurations(new Dictionary<string, TimeSpan>(StringComparer.Ordinal)), Waiting(1, "NAME")).Of(1).Should().Be(Now + ClipDurations.Guess);

    [Test]
    public void Without_a_worker_nobody_can_say_when_what_waits_will_be_done()
        => Forecast(slots: 0, Durations, Running(1, "NAME", since: 1), Waiting(2, "NAME")).Of(2).Should().BeNull();

    [Test]
    public void A_worker_that_is_gone_takes_its_slots_along()
        => Eta(slots: 1, Running(1, "NAME", since: 0), Running(2, "Payouts", since: 0), Waiting(3, "NAME")).Should().Equal(4, 10, 14);

    [Test]
    public void Of_a_clip_that_has_ended_there_is_nothing_to_say()
        => Forecast(slots: 1, Durations, Waiting(1, "NAME")).Of(7).Should().BeNull();

    [Test]
    public void A_long_queue_is_forecast_in_no_time()
    {
        var clips = Enumerable.Range(1, 5_000).Select(id => Waiting(id, "NAME")).ToArray();

        Forecast(slots: 8, Durations, clips).Of(5_000).Should().Be(Now + Seconds(5_000 / 8 * 4));
    }

    private static IEnumerable<double> Eta(int slots, params OpenClip[] clips)
    {
        var forecast = Forecast(slots, Durations, clips);
        return clips.Select(clip => (forecast.Of(clip.Id)!.Value - Now).TotalSeconds);
    }

    private static QueueForecast Forecast(int slots, ClipDurations durations, params OpenClip[] clips) => new(Now, slots, clips, durations);

    private static OpenClip Waiting(int id, string template, double? notBefore = null)
        => new(id, template, StartedAt: null, notBefore is { } seconds ? Now + Seconds(seconds) : null, NeededAt: null);

    private static OpenClip Running(int id, string template, double since) => new(id, template, Now - Seconds(since), NotBefore: null, NeededAt: null);

    private static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);
}
