using System.Net;
using FluentAssertions;
using Hub.Modules.Render.Operating;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.Operating;

internal sealed class PriorityTests : OperatorSpec
{
    [Test]
    public async Task One_that_becomes_urgent_takes_the_ticket_of_the_least_urgent()
    {
        await FillTheWindowAsync();

        var (status, answer) = await PostAsync("17/priority", """{ "priority": 1 }""");

        (status, (int)answer["priority"]!).Should().Be((HttpStatusCode.OK, 1));
        (await WithoutTicketAsync()).Should().Be("16 18");
        (await CountAsync("retry_count = 0 AND lost_workers = 0")).Should().Be(18, "nothing is charged");
    }

    [Test]
    public async Task One_that_has_time_gives_its_ticket_to_who_waits()
    {
        await FillTheWindowAsync();

        await PostAsync("1/priority", """{ "priority": 10 }""");

        (await WithoutTicketAsync()).Should().Be("1 18");
    }

    [Test]
    public async Task Tickets_stay_where_they_are_when_nobody_is_overtaken()
    {
        await FillTheWindowAsync();

        await PostAsync("18/priority", """{ "priority": 9 }""");
        await PostAsync("1/priority", """{ "priority": 1 }""");

        (await WithoutTicketAsync()).Should().Be("17 18");
        (await CountAsync("attempt = 1")).Should().Be(16);
    }

    [Test]
    public async Task What_is_being_rendered_is_not_disturbed()
    {
        var file = Path.Combine(Folder, "go");
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request($"wait-for {file}"));
        await CountBecomesAsync(1, "status = 'processing'");

        await hub.InScopeAsync(provider => provider.GetRequiredService<PriorityChange>().ChangeAsync(1, 10, "anna", CancellationToken.None));
        await File.WriteAllTextAsync(file, "");

        await CountBecomesAsync(1, "status = 'completed' AND attempt = 1 AND priority = 10");
    }

    [Test]
    public async Task Only_what_is_open_has_a_place_in_the_queue_and_only_from_one_to_ten()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, status) VALUES ('Test Card', 'completed')");

        (await PostAsync("1/priority", """{ "priority": 3 }""")).Status.Should().Be(HttpStatusCode.Conflict);
        (await PostAsync("99/priority", """{ "priority": 3 }""")).Status.Should().Be(HttpStatusCode.NotFound);
        foreach (var body in new[] { "{}", """{ "priority": 0 }""", """{ "priority": 11 }""", """{ "priority": "high" }""" })
        {
            (await PostAsync("1/priority", body)).Status.Should().Be(HttpStatusCode.BadRequest, body);
        }
    }

    /// <summary>18 of the same priority, of which 16 get tickets.</summary>
    private async Task FillTheWindowAsync()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, created_at) SELECT 'Test Card', now() + n * interval '1 ms' FROM generate_series(1, 18) n");
        await using (var coordinator = await StartCoordinatorAsync())
        {
            await CountBecomesAsync(16, "dispatched_at IS NOT NULL");
        }

        (await WithoutTicketAsync()).Should().Be("17 18");
    }

    private Task<string?> WithoutTicketAsync() => Database.ScalarAsync<string>("SELECT string_agg(id::text, ' ' ORDER BY id) FROM render_instructions WHERE dispatched_at IS NULL");
}
