using FluentAssertions;
using Hub.Contracts.Monitoring;

namespace Hub.Tests.Monitoring.Alerts;

internal sealed class AlertStoreTests
{
    private AlertBook _book = null!;

    [SetUp]
    public async Task OpenAsync() => _book = await AlertBook.OpenAsync();

    [TearDown]
    public ValueTask CloseAsync() => _book.DisposeAsync();

    [Test]
    public async Task What_is_raised_again_counts_and_shows_the_latest_text_and_the_highest_severity()
    {
        await _book.RaiseAsync(ago: 5, AlertSeverity.Critical, text: "first");
        await _book.RaiseAsync(ago: 1, AlertSeverity.Warning, text: "last");
        await _book.RaiseAsync(ago: 9, AlertSeverity.Information, text: "late to come");

        var alert = (await _book.RowsAsync()).Should().ContainSingle().Subject;
        alert.Should().BeEquivalentTo(new
        {
            Count = 3L,
            Text = "last",
            Severity = AlertSeverity.Critical,
            FirstSeenAt = _book.Clock.GetUtcNow().AddMinutes(-9),
            LastSeenAt = _book.Clock.GetUtcNow().AddMinutes(-1),
            ResolvedAt = (DateTimeOffset?)null,
        });
    }

    [Test]
    public async Task What_comes_again_after_its_end_is_another_alert()
    {
        await _book.RaiseAsync(ago: 5);
        await _book.ResolveAsync(ago: 4);
        await _book.RaiseAsync(ago: 3);

        var alerts = await _book.RowsAsync();
        alerts.Should().HaveCount(2);
        alerts[0].Should().BeEquivalentTo(new { ResolvedBy = "hub", Resolution = "It was rendered.", ResolvedAt = _book.Clock.GetUtcNow().AddMinutes(-4) });
        alerts[1].ResolvedAt.Should().BeNull();
    }

    [Test]
    public async Task An_end_ends_nothing_that_was_raised_after_it()
    {
        await _book.RaiseAsync(ago: 5);
        await _book.RaiseAsync(ago: 1);

        await _book.ResolveAsync(ago: 3);

        (await _book.OpenAlertsAsync()).Should().ContainSingle();
    }

    [Test]
    public async Task An_end_that_comes_before_its_alert_ends_it_all_the_same()
    {
        await _book.ResolveAsync(ago: 3);
        await _book.RaiseAsync(ago: 5, text: "late to come");

        var alert = (await _book.RowsAsync()).Should().ContainSingle().Subject;
        alert.Should().BeEquivalentTo(new { Count = 1L, Text = "late to come", FirstSeenAt = _book.Clock.GetUtcNow().AddMinutes(-5), ResolvedAt = _book.Clock.GetUtcNow().AddMinutes(-3) });
    }

    [Test]
    public async Task An_end_of_nothing_keeps_no_later_alert_from_opening()
    {
        await _book.ResolveAsync(ago: 3);
        await _book.RaiseAsync(ago: 2);

        (await _book.OpenAlertsAsync()).Should().ContainSingle().Which.Count.Should().Be(1);
    }

    [Test]
    public async Task A_raise_that_comes_late_counts_for_the_alert_that_was_open_then()
    {
        await _book.RaiseAsync(ago: 9);
        await _book.ResolveAsync(ago: 7);
        await _book.RaiseAsync(ago: 3);
        await _book.RaiseAsync(ago: 8);

        (await _book.RowsAsync()).Select(alert => alert.Count).Should().Equal(2, 1);
    }

    [Test]
    public async Task Whatever_the_order_of_arrival_the_last_word_decides_whether_it_is_open([Range(0, 5)] int order)
    {
        (bool IsRaise, double Ago)[] words = [(true, 9), (false, 6), (true, 3)];
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

        foreach (var (isRaise, ago) in orders[order].Select(index => words[index]))
            await (isRaise ? _book.RaiseAsync(ago) : _book.ResolveAsync(ago));

        (await _book.OpenAlertsAsync()).Should().ContainSingle();
        await _book.ResolveAsync(ago: 1);
        (await _book.OpenAlertsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Raising_and_ending_at_once_leaves_at_most_one_open_and_loses_no_raise()
    {
        await Task.WhenAll(Enumerable.Range(0, 60).Select(each => Task.Run(() => each % 3 == 2 ? _book.ResolveAsync(60 - each) : _book.RaiseAsync(60 - each))));

        (await _book.OpenAlertsAsync()).Should().BeEmpty("the last word was an end");
        (await _book.RowsAsync()).Sum(alert => alert.Count).Should().Be(40);
    }

    [Test]
    public async Task Somebody_closes_an_alert_and_is_remembered()
    {
        await _book.RaiseAsync(ago: -1, text: "by a clock that goes ahead");
        var open = (await _book.OpenAlertsAsync()).Single();

        await _book.CloseAsync(open.Id);
        await _book.CloseAsync(open.Id);

        (await _book.RowsAsync()).Should().ContainSingle().Which.Should().BeEquivalentTo(new { ResolvedBy = "anna", ResolvedAt = open.LastSeenAt });
    }

    [Test]
    public async Task Closing_one_while_it_is_raised_loses_no_raise()
    {
        await _book.RaiseAsync();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(each => Task.Run(async () =>
        {
            if (each % 3 == 0)
                await Task.WhenAll((await _book.OpenAlertsAsync()).Select(open => _book.CloseAsync(open.Id)));
            else
                await _book.RaiseAsync();
        })));

        (await _book.RowsAsync()).Sum(alert => alert.Count).Should().Be(41);
        (await _book.OpenAlertsAsync()).Should().HaveCountLessThanOrEqualTo(1);
    }

    [Test]
    public async Task What_is_only_worth_knowing_closes_by_itself_after_a_quiet_day()
    {
        await _book.RaiseAsync(severity: AlertSeverity.Information, subject: "quiet");
        await _book.RaiseAsync(severity: AlertSeverity.Warning, subject: "to be looked at");
        _book.Clock.Advance(TimeSpan.FromHours(25));
        await _book.RaiseAsync(severity: AlertSeverity.Information, subject: "new");

        await _book.CareAsync();

        (await _book.OpenAlertsAsync()).Select(alert => alert.Subject).Should().Equal("to be looked at", "new");
    }

    [Test]
    public async Task What_is_long_over_is_forgotten_and_what_is_open_never()
    {
        await _book.RaiseAsync(subject: "over");
        await _book.ResolveAsync(subject: "over");
        await _book.RaiseAsync(subject: "open");
        await _book.ResolveAsync(subject: "never heard of");
        _book.Clock.Advance(TimeSpan.FromDays(29));
        await _book.CareAsync();
        (await _book.RowsAsync()).Select(alert => alert.Subject).Should().Equal("over", "open");

        _book.Clock.Advance(TimeSpan.FromDays(2));
        await _book.CareAsync();

        (await _book.RowsAsync()).Select(alert => alert.Subject).Should().Equal("open");
    }

    [Test]
    public async Task Texts_of_any_length_and_script_are_kept_and_long_subjects_stay_apart()
    {
        var folder = $"카메라/{new string('가', 400)}";
        await _book.RaiseAsync(subject: $"{folder}/1", text: $"nul \0, half a pair \uD83C, line\nand {new string('x', 1_000_000)}");
        await _book.RaiseAsync(subject: $"{folder}/2", text: "🂡 Ünïcode");

        var alerts = await _book.OpenAlertsAsync();
        alerts.Should().HaveCount(2).And.OnlyContain(alert => alert.Subject.Length <= 200 && alert.Subject.StartsWith("카메라/가"));
        alerts[0].Text.Should().StartWith("nul  , half a pair \uFFFD, line\nand xxx").And.HaveLength(2000);
        alerts[1].Text.Should().Be("🂡 Ünïcode");
    }
}
