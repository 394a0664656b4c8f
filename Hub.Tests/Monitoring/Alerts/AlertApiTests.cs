using System.Net;
using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Tests.Support;

namespace Hub.Tests.Monitoring.Alerts;

internal sealed class AlertApiTests
{
    private TestDatabase _database = null!;
    private AlertHub _hub = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _database = await AlertBook.CreateDatabaseAsync();
        _hub = await AlertHub.StartAsync(_database);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _hub.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Alerts_are_listed_newest_first_by_state_severity_and_code()
    {
        await _hub.RaiseAsync(AlertHub.Failure("one", AlertSeverity.Information));
        await _hub.AlertsBecomeAsync(1);
        await _hub.RaiseAsync(AlertHub.Failure("two"));
        await _hub.AlertsBecomeAsync(2);
        await _hub.RaiseAsync(AlertHub.Failure("three", AlertSeverity.Critical) with { Code = AlertCodes.MessagingBrokerAway });
        await _hub.AlertsBecomeAsync(3);
        await _hub.ResolveAsync("two");
        await _hub.AlertsBecomeAsync(2);

        (await SubjectsAsync("")).Should().Equal("three", "one");
        (await SubjectsAsync("?state=all")).Should().Equal("three", "two", "one");
        (await SubjectsAsync("?state=resolved")).Should().Equal("two");
        (await SubjectsAsync("?severity=critical")).Should().Equal("three");
        (await SubjectsAsync($"?state=all&code={AlertCodes.RenderFailed}")).Should().Equal("two", "one");
        (await SubjectsAsync("?state=all&limit=2")).Should().Equal("three", "two");
        (await SubjectsAsync("?state=all&limit=2&before=2")).Should().Equal("one");
        ((string)(await _hub.ListAsync())[0]!["severity"]!).Should().Be("Critical");
    }

    [TestCase("?state=odd", "unknown_state")]
    [TestCase("?severity=5", "unknown_severity")]
    [TestCase("?limit=0", "limit_out_of_range")]
    public async Task A_wrong_filter_is_named(string query, string code)
    {
        var answer = await ApiAnswer.OfAsync(await _hub.Http.GetAsync($"/api/v1/alerts{query}"));

        (answer.Status, answer.Code).Should().Be((HttpStatusCode.BadRequest, code));
    }

    [Test]
    public async Task An_operator_resolves_an_alert_and_its_next_raise_is_another_one()
    {
        await _hub.RaiseAsync(AlertHub.Failure());
        await _hub.AlertsBecomeAsync(1);

        var resolved = (await PostAsync("anna operator", 1)).Ok();
        var again = (await PostAsync("bert operator", 1)).Ok();

        ((string)resolved["resolvedBy"]!).Should().Be("anna");
        again.ToJsonString().Should().Be(resolved.ToJsonString());
        await _hub.RaiseAsync(AlertHub.Failure());
        await _hub.AlertsBecomeAsync(1);
        (await _hub.ListAsync("?state=all")).Should().HaveCount(2);
    }

    [TestCase("willi viewer", 1, HttpStatusCode.Forbidden)]
    [TestCase("anna operator", 99, HttpStatusCode.NotFound)]
    public async Task Others_resolve_nothing(string login, long id, HttpStatusCode status)
    {
        await _hub.RaiseAsync(AlertHub.Failure());
        await _hub.AlertsBecomeAsync(1);

        (await PostAsync(login, id)).Status.Should().Be(status);

        (await _hub.ListAsync()).Should().HaveCount(1);
    }

    [Test]
    public async Task A_broker_that_is_away_is_an_alert_until_it_is_back()
    {
        _hub.Broker.AwaySince = TimeProvider.System.GetUtcNow().AddSeconds(-4);
        await _hub.AlertsBecomeAsync(1, $"?severity=critical&code={AlertCodes.MessagingBrokerAway}");

        _hub.Broker.AwaySince = null;

        await _hub.AlertsBecomeAsync(1, $"?state=resolved&code={AlertCodes.MessagingBrokerAway}");
    }

    [Test]
    public async Task A_storm_is_one_row_and_loses_nothing()
    {
        for (var batch = 0; batch < 10; batch++)
            await _hub.RaiseAsync(Enumerable.Range(0, 50).Select(_ => AlertHub.Failure()));

        await Eventually.BecomesTrueAsync("all raises are counted", async () => await _hub.ListAsync() is [{ } alert] && (long)alert["count"]! == 500);
    }

    private async Task<IReadOnlyList<string>> SubjectsAsync(string query) => [.. (await _hub.ListAsync(query)).Select(alert => (string)alert!["subject"]!)];

    private async Task<ApiAnswer> PostAsync(string login, long id)
    {
        using var client = _hub.Client(login);
        return await ApiAnswer.OfAsync(await client.PostAsync($"/api/v1/alerts/{id}/resolve", content: null));
    }
}
