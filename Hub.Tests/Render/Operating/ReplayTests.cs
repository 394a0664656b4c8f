using System.Net;
using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Modules.Render.Operating;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.Operating;

internal sealed class ReplayTests : OperatorSpec
{
    [TestCase("failed")]
    [TestCase("timed_out")]
    [TestCase("cancelled")]
    public async Task A_dead_letter_is_rendered_after_all_with_all_its_retries(string state)
    {
        await AddAsync($"'{state}', 3, 5, 4, now(), now(), 'the engine fails', gen_random_uuid(), now() - interval '1 minute'");
        var hub = await StartHubAsync();

        var outcome = await hub.InScopeAsync(provider => provider.GetRequiredService<Replay>().ReplayAsync(1, "anna", CancellationToken.None));

        outcome.Should().Be(new ActOutcome("pending"));
        await CountBecomesAsync(1, "status = 'completed' AND attempt = 6 AND retry_count = 0 AND lost_workers = 0 AND error_message IS NULL");
        await Eventually.BecomesTrueAsync("it is announced", () => Task.FromResult(hub.Events.Of<RenderReplayed>() is [{ InstructionId: 1, By: "anna" }]));
    }

    [Test]
    public async Task Clicked_twice_it_is_replayed_once()
    {
        await AddAsync("'failed', 3, 5, 0, now(), now(), 'the engine fails', NULL, NULL");

        await OperatorAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync("1/replay")));

        answers.Should().OnlyContain(answer => answer.Status == HttpStatusCode.OK && (string)answer.Body["status"]! == "pending");
        (await CountAsync("attempt = 6 AND dispatched_at IS NOT NULL AND started_at IS NULL AND completed_at IS NULL AND error_message IS NULL")).Should().Be(1, "one ticket is out");
    }

    [Test]
    public async Task What_would_fail_again_is_refused_with_every_reason_and_stays_a_dead_letter()
    {
        await Database.ExecuteAsync("""
            INSERT INTO render_instructions (template_name, status, layer_data_json, error_message) VALUES
              ('Test Card', 'failed', '{"do": "succeed", "title": "LONGER THAN TWENTY LETTERS"}', 'as before'), ('No Card', 'failed', '{}', 'as before'),
              ('Test Card', 'failed', '[]', 'as before')
            """);

        var tooLong = await PostAsync("1/replay");
        var unknown = await PostAsync("2/replay");
        var unreadable = await PostAsync("3/replay");

        new[] { tooLong, unknown, unreadable }.Should().OnlyContain(answer => answer.Status == HttpStatusCode.UnprocessableEntity && (string)answer.Body["code"]! == "not_renderable");
        ((string)tooLong.Body["errors"]!["fields.title"]![0]!).Should().Contain("26 characters");
        ((string)unknown.Body["errors"]!["templateName"]![0]!).Should().Contain("Unknown template 'No Card'");
        (await CountAsync("status = 'failed' AND error_message = 'as before'")).Should().Be(3);
    }

    [Test]
    public async Task What_was_revised_since_is_replayed_with_the_newest_texts()
    {
        await Database.ExecuteAsync("""
            INSERT INTO render_instructions (template_name, status, layer_data_json, latest_fields, stale_at, stale_reason)
            VALUES ('Test Card', 'cancelled', '{"do": "succeed", "title": "KIM"}', '{"do": "succeed", "title": "LEE"}', now(), 'title: KIM → LEE')
            """);

        await PostAsync("1/replay");

        (await CountAsync("status = 'pending' AND layer_data_json->>'title' = 'LEE' AND latest_fields IS NULL AND stale_at IS NULL")).Should().Be(1);
    }

    [TestCase("completed", "false", Description = "it has its clip")]
    [TestCase("cancelled", "true", Description = "its hand was called off")]
    public async Task Some_are_not_for_replay(string state, string isWithdrawn)
    {
        await Database.ExecuteAsync($"INSERT INTO render_instructions (template_name, status, is_withdrawn) VALUES ('Test Card', '{state}', {isWithdrawn})");

        var (status, problem) = await PostAsync("1/replay");

        (status, (string)problem["state"]!).Should().Be((HttpStatusCode.Conflict, state));
    }

    [Test]
    public async Task Many_are_replayed_by_status_template_and_time()
    {
        await Database.ExecuteAsync("""
            INSERT INTO render_instructions (template_name, status, completed_at, retry_count, max_retries, is_withdrawn, not_before) VALUES
              ('Test Card', 'failed', now() - interval '3 hours', 3, 3, false, NULL), ('Test Card', 'failed', now(), 3, 3, false, NULL), ('NAME', 'timed_out', now(), 3, 3, false, NULL),
              ('Test Card', 'cancelled', now(), 0, 3, false, NULL), ('Test Card', 'cancelled', now(), 0, 3, true, NULL), ('Test Card', 'completed', now(), 0, 3, false, NULL),
              ('Test Card', 'pending', NULL, 0, 3, false, '9000-01-01Z')
            """);

        (await ListAsync("status=failed,timed_out")).Should().Equal(3, 2, 1);
        (await ListAsync("status=failed&status=cancelled")).Should().Equal(5, 4, 2, 1);
        (await ListAsync("held=true")).Should().Equal(7);
        (await ReplayAsync($$"""{ "status": ["failed"], "since": "{{TimeProvider.System.GetUtcNow().AddHours(-1):O}}" }""")).Should().Be((1, 0));
        (await CountAsync("id = 2 AND status = 'pending' AND retry_count = 0 AND completed_at IS NULL")).Should().Be(1);
        (await ReplayAsync("""{ "template": "NAME" }""")).Should().Be((1, 0));
        (await ReplayAsync("{}")).Should().Be((1, 0), "failed and timed_out is what is meant when nothing is said");
        (await ReplayAsync("""{ "status": ["cancelled", "held"] }""")).Should().Be((2, 0), "what was withdrawn stays so");
        (await CountAsync("status = 'pending' AND not_before IS NULL AND dispatched_at IS NOT NULL")).Should().Be(5);
        (await PostAsync("replay", """{ "status": ["completed"] }""")).Status.Should().Be(HttpStatusCode.BadRequest);
    }

    [Test]
    public async Task More_than_the_cap_are_counted_and_left()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, status) SELECT 'Test Card', 'failed' FROM generate_series(1, 503)");

        var first = await ReplayAsync("{}");
        var second = await ReplayAsync("{}");

        (first, second).Should().Be(((500, 3), (3, 0)));
        (await CountAsync("dispatched_at IS NOT NULL")).Should().Be(16, "the window stays a window");
    }

    private Task<int> AddAsync(string values) => Database.ExecuteAsync($$"""
        INSERT INTO render_instructions (layer_data_json, template_name, status, retry_count, attempt, lost_workers, started_at, completed_at, error_message, claim_id, dispatched_at)
        VALUES ('{"do": "succeed"}', 'Test Card', {{values}})
        """);

    private async Task<(int Replayed, int Left)> ReplayAsync(string condition)
    {
        var (status, answer) = await PostAsync("replay", condition);
        status.Should().Be(HttpStatusCode.OK);
        return ((int)answer["replayed"]!, (int)answer["left"]!);
    }
}
