using FluentAssertions;
using Hub.Modules.Render.Recovery;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Render.Recovery;

internal sealed class PresenceWatchTests
{
    private static readonly DateTimeOffset ServerStart = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);
    private readonly FakeTimeProvider _clock = new();
    private PresenceWatch _watch = null!;

    [SetUp]
    public void StartWatching() => _watch = new PresenceWatch(_clock);

    [Test]
    public void A_worker_missing_at_two_looks_is_gone()
    {
        Look(isPresent: true);
        Look(isPresent: false).Should().BeEmpty();

        Look(isPresent: false).Should().Equal(new DepartedWorker(7, "pc/1", WasSeen: true));
    }

    [Test]
    public void A_worker_that_was_gone_before_the_watch_began_was_not_seen()
    {
        Look(isPresent: false);

        Look(isPresent: false).Should().ContainSingle().Which.WasSeen.Should().BeFalse();
    }

    [Test]
    public void A_worker_that_comes_back_within_a_second_is_not_gone()
    {
        Look(isPresent: false);
        Look(isPresent: true).Should().BeEmpty();

        Look(isPresent: false).Should().BeEmpty();
    }

    [Test]
    public void A_restart_of_the_server_says_nothing_about_the_workers()
    {
        Look(isPresent: true);
        Look(isPresent: false);

        Look(isPresent: false, ServerStart.AddMinutes(1)).Should().BeEmpty();
        _watch.Contact.Should().Be(TimeSpan.FromSeconds(1), "it counts from the restart");
        Look(isPresent: true, ServerStart.AddMinutes(1)).Should().BeEmpty();
    }

    [Test]
    public void A_break_in_contact_says_nothing_about_the_workers()
    {
        Look(isPresent: true);
        Look(isPresent: false);
        _watch.LoseContact();

        _watch.Contact.Should().Be(TimeSpan.Zero);
        Look(isPresent: false).Should().BeEmpty();
    }

    /// <summary>A look, and the second until the next one.</summary>
    private IReadOnlyList<DepartedWorker> Look(bool isPresent, DateTimeOffset? serverStart = null)
    {
        var gone = _watch.Look(serverStart ?? ServerStart, [new WorkerSighting(7, "pc/1", isPresent)]);
        _clock.Advance(TimeSpan.FromSeconds(1));
        return gone;
    }
}
