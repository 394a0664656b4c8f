using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Hub.Tests.Monitoring.Alerts;

/// <summary>Real web and mail servers, of all tempers.</summary>
internal sealed class SendingTests
{
    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateAsync() => _database = await AlertBook.CreateDatabaseAsync();

    [TearDown]
    public ValueTask DropAsync() => _database.DisposeAsync();

    [Test]
    public async Task A_webhook_gets_an_alert_and_its_end_once_each()
    {
        await using var sink = await WebhookSink.StartAsync();
        await using var hub = await StartAsync(sink);

        await hub.RaiseAsync(AlertHub.Failure("카드 \"A♠\""));
        await PostsBecomeAsync(sink, 1);
        await hub.ResolveAsync("카드 \"A♠\"");
        await PostsBecomeAsync(sink, 2);

        await NothingIsLeftAsync();
        sink.Paths.Should().Equal(WebhookSink.SecretPath, WebhookSink.SecretPath);
        var alert = sink.Posts[0]["alerts"]!.AsArray().Should().ContainSingle().Subject!;
        alert.AsObject().Select(field => field.Key).Should().Equal(
            "deliveryId", "alertId", "news", "code", "severity", "subject", "text", "count", "firstSeenAt", "lastSeenAt", "resolvedAt", "resolvedBy", "resolution");
        new[] { "news", "code", "severity", "subject", "text" }.Select(field => (string)alert[field]!)
            .Should().Equal("raised", AlertCodes.RenderFailed, "warning", "카드 \"A♠\"", "No layer 'Rank'.");
        ((string)sink.Posts[1]["alerts"]![0]!["news"]!).Should().Be("resolved");
    }

    [Test]
    public async Task Slack_gets_one_text_in_which_nothing_calls_a_channel()
    {
        await using var sink = await WebhookSink.StartAsync();
        await using var hub = await StartAsync(sink, ("Webhooks:0:Format", "Slack"));

        await hub.RaiseAsync(AlertHub.Failure("<!channel> & co", AlertSeverity.Critical));
        await PostsBecomeAsync(sink, 1);

        ((string)sink.Posts[0]["text"]!).Should().StartWith("*CRITICAL render-failed: &lt;!channel&gt; &amp; co*\nNo layer 'Rank'. (");
    }

    private static readonly object[] Troubles =
    [
        new TestCaseData((Func<HttpContext, Task>)WebhookSink.HangAsync, "has not answered within 1 s"),
        new TestCaseData((Func<HttpContext, Task>)WebhookSink.BreakOffAsync, "cannot be reached or broke off"),
        new TestCaseData(WebhookSink.Answer(500, $"Cannot POST {WebhookSink.SecretPath}"), "answered 500 InternalServerError"),
        new TestCaseData((Func<HttpContext, Task>)(context => { context.Response.Redirect("/elsewhere"); return Task.CompletedTask; }), "redirects are not followed"),
    ];

    [TestCaseSource(nameof(Troubles))]
    public async Task What_a_webhook_did_not_take_it_gets_again_and_no_secret_is_told(Func<HttpContext, Task> trouble, string reason)
    {
        await using var sink = await WebhookSink.StartAsync(trouble);
        await using var hub = await StartAsync(sink);

        await hub.RaiseAsync(AlertHub.Failure());
        await FailureIsNotedAsync(reason);
        await TryAgainNowAsync();

        await NothingIsLeftAsync();
        sink.Paths.Should().OnlyContain(path => path == WebhookSink.SecretPath).And.HaveCount(2);
        hub.Log.At(LogLevel.Warning).Should().ContainSingle(line => line.StartsWith("Alerts cannot be sent to webhook 1", StringComparison.Ordinal)).Which.Should().Contain(reason);
        hub.Log.At(LogLevel.Information).Should().Contain("Alerts are sent to webhook 1 again");
        hub.Log.All.Should().NotContain(line => line.Contains("hushhush", StringComparison.Ordinal));
        (await _database.ScalarAsync<long>("SELECT count(*) FROM monitoring.alert_delivery WHERE last_error LIKE '%hushhush%'")).Should().Be(0);
    }

    [Test]
    public async Task An_answer_without_end_is_not_waited_for()
    {
        await using var sink = await WebhookSink.StartAsync(WebhookSink.AnswerForeverAsync);
        await using var hub = await StartAsync(sink);

        await hub.RaiseAsync(AlertHub.Failure("one"));
        await NothingIsLeftAsync();
        await hub.RaiseAsync(AlertHub.Failure("two"));
        await NothingIsLeftAsync(2);

        sink.Posts.Should().HaveCount(2);
    }

    [Test]
    public async Task A_webhook_that_hangs_holds_up_neither_another_one_nor_the_work()
    {
        await using var hanging = await WebhookSink.StartAsync(Enumerable.Repeat<Func<HttpContext, Task>>(WebhookSink.HangAsync, 1000));
        await using var sink = await WebhookSink.StartAsync();
        await using var hub = await StartAsync(hanging, ("Webhooks:1:Url", sink.Url), ("SendTimeout", "00:01:00"));
        await hub.RaiseAsync(AlertHub.Failure("first"));
        await PostsBecomeAsync(hanging, 1);

        for (var each = 0; each < 5; each++)
        {
            await hub.RaiseAsync(AlertHub.Failure($"next {each}"));
            await hub.AlertsBecomeAsync(each + 2);
        }

        await Eventually.BecomesTrueAsync("the other one is told of all", () => Task.FromResult(sink.Posts.Sum(post => post["alerts"]!.AsArray().Count) == 6));
        hanging.Posts.Should().HaveCount(1);
    }

    [Test]
    public async Task A_hub_stopped_while_it_sends_sends_again_after_its_restart()
    {
        await using var sink = await WebhookSink.StartAsync(WebhookSink.HangAsync);
        await using (var stopped = await StartAsync(sink, ("SendTimeout", "00:01:00")))
        {
            await stopped.RaiseAsync(AlertHub.Failure());
            await PostsBecomeAsync(sink, 1);
        }

        await using var hub = await StartAsync(sink);

        await PostsBecomeAsync(sink, 2);
        await NothingIsLeftAsync();
        sink.Posts.Select(post => (long)post["alerts"]![0]!["deliveryId"]!).Distinct().Should().ContainSingle("a receiver knows by it that it has had it");
    }

    [Test]
    public async Task Two_hubs_send_each_alert_once()
    {
        await using var sink = await WebhookSink.StartAsync();
        await using var hub = await StartAsync(sink);
        await using var other = await StartAsync(sink);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(each => (each % 2 == 0 ? hub : other).RaiseAsync(AlertHub.Failure($"{each}"))));
        await hub.AlertsBecomeAsync(40);
        await NothingIsLeftAsync(40);

        sink.Posts.SelectMany(post => post["alerts"]!.AsArray()).Select(alert => (string)alert!["subject"]!).Should().OnlyHaveUniqueItems().And.HaveCount(40);
    }

    [Test]
    public async Task A_mail_server_gets_a_mail_with_the_texts_as_they_are()
    {
        await using var sink = new SmtpSink();
        await using var hub = await AlertHub.StartAsync(_database, Mail(sink));

        await hub.RaiseAsync(AlertHub.Failure("Kim\r\nBcc: all@example.org"));
        await NothingIsLeftAsync();

        var mail = sink.Mails.Should().ContainSingle().Subject;
        mail.Should().Contain("From: Hub <hub@example.org>").And.Contain("To: crew@example.org, lead@example.org")
            .And.Contain("Subject: [WSOP Hub] WARNING render-failed: Kim  Bcc: all@example.org").And.Contain("No layer 'Rank'.");
        mail.Split('\n').Should().NotContain(line => line.StartsWith("Bcc", StringComparison.Ordinal));
    }

    [TestCase(SmtpTrouble.Silent, "has not answered within 1 s", 1)]
    [TestCase(SmtpTrouble.ClosesAfterHello, "broke off", 1)]
    [TestCase(SmtpTrouble.RefusesReceivers, "answered 451", 1)]
    [TestCase(SmtpTrouble.TakesTheMailAndBreaksOff, "broke off", 2)]
    public async Task What_a_mail_server_did_not_take_it_gets_again(SmtpTrouble trouble, string reason, int mails)
    {
        await using var sink = new SmtpSink(trouble);
        await using var hub = await AlertHub.StartAsync(_database, Mail(sink));

        await hub.RaiseAsync(AlertHub.Failure());
        await FailureIsNotedAsync(reason);
        await TryAgainNowAsync();
        await NothingIsLeftAsync();

        sink.Mails.Should().HaveCount(mails);
    }

    private Task<AlertHub> StartAsync(WebhookSink sink, params (string Key, string Value)[] settings)
        => AlertHub.StartAsync(_database, [("SendTimeout", "00:00:01"), ("Webhooks:0:Url", sink.Url), .. settings]);

    private static (string Key, string Value)[] Mail(SmtpSink sink) =>
    [
        ("SendTimeout", "00:00:01"), ("Smtp:Host", "127.0.0.1"), ("Smtp:Port", $"{sink.Port}"), ("Smtp:Security", "None"), ("Smtp:From", "Hub <hub@example.org>"),
        ("Smtp:To:0", "crew@example.org"), ("Smtp:To:1", "lead@example.org"),
    ];

    private static Task PostsBecomeAsync(WebhookSink sink, int count)
        => Eventually.BecomesTrueAsync($"{count} posts have come", () => Task.FromResult(sink.Posts.Count == count));

    private Task FailureIsNotedAsync(string reason)
        => Eventually.BecomesTrueAsync($"it is noted that the target {reason}", async () => await _database.ScalarAsync<long>($"SELECT count(*) FROM monitoring.alert_delivery WHERE last_error LIKE '%{reason}%'") == 1);

    private Task<int> TryAgainNowAsync() => _database.ExecuteAsync("UPDATE monitoring.alert_delivery SET due_at = now()");

    private Task NothingIsLeftAsync(int atLeast = 1)
        => Eventually.BecomesTrueAsync($"{atLeast} or more deliveries are made and none is left", async () => await _database.ScalarAsync<bool>($"SELECT count(*) >= {atLeast} AND count(*) = count(sent_at) FROM monitoring.alert_delivery"));
}
