using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Modules.Monitoring.Alerts.Sending;

namespace Hub.Tests.Monitoring.Alerts;

/// <summary>Who is told what, and how often. Nothing is sent here.</summary>
internal sealed class TellingTests
{
    private const string Urgent = "urgent";
    private AlertBook _book = null!;

    [SetUp]
    public async Task OpenAsync() => _book = await AlertBook.OpenAsync(
        ("Webhooks:0:Url", "http://127.0.0.1:9/"), ("Webhooks:1:Url", "http://127.0.0.1:9/"), ("Webhooks:1:Name", Urgent), ("Webhooks:1:LeastSeverity", "Critical"));

    [TearDown]
    public ValueTask CloseAsync() => _book.DisposeAsync();

    [Test]
    public async Task A_storm_of_one_subject_is_told_once_and_then_once_an_hour_while_it_goes_on()
    {
        for (var minute = 0; minute < 150; minute++)
        {
            await _book.RaiseAsync();
            _book.Clock.Advance(TimeSpan.FromMinutes(1));
            (await _book.SendAsync()).Should().Equal(minute switch { 0 => ["Raised Elimination"], 60 or 120 => ["Reminder Elimination"], _ => [] });
        }
    }

    [Test]
    public async Task Each_target_is_told_from_its_severity_on()
    {
        await _book.RaiseAsync(severity: AlertSeverity.Information);
        (await _book.SendAsync()).Should().BeEmpty();
        await _book.RaiseAsync(severity: AlertSeverity.Warning);
        (await _book.SendAsync()).Should().Equal("Raised Elimination");
        (await _book.SendAsync(Urgent)).Should().BeEmpty();

        await _book.RaiseAsync(severity: AlertSeverity.Critical);

        (await _book.SendAsync()).Should().Equal("Raised Elimination");
        (await _book.SendAsync(Urgent)).Should().Equal("Raised Elimination");
    }

    [Test]
    public async Task The_end_is_told_to_those_who_knew()
    {
        await _book.RaiseAsync();
        await _book.SendAsync();

        await _book.ResolveAsync();

        (await _book.SendAsync()).Should().Equal("Resolved Elimination");
        (await _book.SendAsync(Urgent)).Should().BeEmpty();
    }

    [Test]
    public async Task What_is_over_before_anybody_was_told_is_not_told()
    {
        await _book.RaiseAsync(ago: 2);
        await _book.ResolveAsync(ago: 1);

        (await _book.SendAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task What_comes_and_goes_is_told_every_five_minutes_at_most()
    {
        var told = new List<string>();
        for (var minute = 0; minute < 10; minute++)
        {
            await _book.RaiseAsync();
            told.AddRange(await _book.SendAsync());
            _book.Clock.Advance(TimeSpan.FromSeconds(30));
            told.AddRange(await _book.SendAsync());
            await _book.ResolveAsync();
            told.AddRange(await _book.SendAsync());
            _book.Clock.Advance(TimeSpan.FromSeconds(30));
        }

        told.Should().Equal("Raised Elimination", "Resolved Elimination", "Raised Elimination", "Resolved Elimination");
    }

    [Test]
    public async Task The_end_waits_behind_an_alert_that_could_not_be_sent_yet()
    {
        await _book.RaiseAsync();
        await FailAsync();
        await _book.ResolveAsync();
        (await _book.SendAsync()).Should().BeEmpty();

        _book.Clock.Advance(TimeSpan.FromMinutes(1));

        (await _book.SendAsync()).Should().Equal("Raised Elimination");
        (await _book.SendAsync()).Should().Equal("Resolved Elimination");
    }

    [Test]
    public async Task An_attempt_whose_host_died_comes_again_and_no_two_hosts_are_at_one()
    {
        await _book.RaiseAsync();
        await _book.InTransactionAsync<DeliveryQueue>(queue => queue.TakeAsync("webhook 1", CancellationToken.None));
        (await _book.SendAsync()).Should().BeEmpty();

        _book.Clock.Advance(TimeSpan.FromSeconds(21));

        (await _book.SendAsync()).Should().Equal("Raised Elimination");
    }

    [Test]
    public async Task Attempts_come_ever_less_often_for_hours_and_are_then_given_up()
    {
        await _book.RaiseAsync();
        var givenUp = 0;
        var attempts = new List<double>();
        for (var second = 0; second <= 7 * 3600 && givenUp == 0; second += 5)
        {
            await _book.InTransactionAsync<DeliveryQueue>(async queue =>
            {
                if (await queue.TakeAsync("webhook 1", CancellationToken.None) is { Count: > 0 } notices)
                {
                    attempts.Add(second / 60.0);
                    givenUp = await queue.NoteFailureAsync(notices, "answered 500", retryAfter: null, CancellationToken.None);
                }
            });
            _book.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        attempts.Take(5).Should().Equal(0, 5 / 60.0, 15 / 60.0, 35 / 60.0, 75 / 60.0);
        attempts.Should().HaveCountLessThan(50);
        attempts[^1].Should().BeInRange(360, 371);
        (await _book.SendAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Ten_thousand_subjects_are_told_fifty_at_a_time()
    {
        await _book.Database.ExecuteAsync(
            """
            INSERT INTO monitoring.alert (code, subject, severity, text, first_seen_at, last_seen_at, count, told_at)
            SELECT 'render-failed', 'clip ' || number, 1, 'no', now(), now(), 1, now() FROM generate_series(1, 10000) AS number;
            INSERT INTO monitoring.alert_delivery (alert_id, target, news, created_at, due_at) SELECT id, 'webhook 1', 0, '2026-01-01', '2026-01-01' FROM monitoring.alert;
            """);

        // Without statistics about the storm, a plan that looks back from each row takes half a minute.
        (await _book.SendAsync().WaitAsync(TimeSpan.FromSeconds(15))).Should().HaveCount(50);
        (await _book.SendAsync().WaitAsync(TimeSpan.FromSeconds(15))).Should().HaveCount(50).And.StartWith("Raised clip 51");
    }

    private Task FailAsync() => _book.InTransactionAsync<DeliveryQueue>(async queue =>
        await queue.NoteFailureAsync(await queue.TakeAsync("webhook 1", CancellationToken.None), "answered 500", retryAfter: null, CancellationToken.None));
}
