using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Modules.Render.Working;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.Requests;

/// <summary>What a later revision of a request does, whenever it comes.</summary>
internal sealed class RevisionTests : RenderSpec
{
    [Test]
    public async Task Whatever_the_order_of_arrival_the_highest_revision_is_what_will_be_rendered([Values(0, 1, 2, 3, 4, 5)] int order)
    {
        int[][] orders = [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]];
        var hub = await StartCoordinatorAsync();
        var request = Request();

        foreach (var revision in orders[order])
        {
            await SettleAsync(hub, Revised(request, revision, $"REVISION {revision}"));
        }

        await CountBecomesAsync(1, "status = 'pending' AND revision = 3 AND layer_data_json->>'title' = 'REVISION 3' AND stale_at IS NULL");
        (await CountAsync("true")).Should().Be(1);
    }

    [Test]
    public async Task What_a_worker_has_claimed_stays_and_is_marked_with_what_has_changed([Values] bool isCompleted)
    {
        var hub = await StartHubAsync(("Worker:Concurrency", "1"));
        var go = Path.Combine(Folder, "go");
        var request = Request($"wait-for {go}");
        await hub.RequestAsync(request);
        await CountBecomesAsync(1, "status = 'processing'");
        if (isCompleted)
        {
            await File.WriteAllTextAsync(go, "");
            await CountBecomesAsync(1, "status = 'completed'");
        }

        await SettleAsync(hub, Revised(request, 2, "LEE"));

        await CountBecomesAsync(1, "stale_reason = 'title: KIM → LEE' AND layer_data_json->>'title' = 'KIM' AND latest_fields->>'title' = 'LEE'");
        await File.WriteAllTextAsync(go, "");
        await CountBecomesAsync(1, "status = 'completed' AND stale_at IS NOT NULL");
        await SettleAsync(hub, Revised(request, 3, "KIM"));
        await CountBecomesAsync(1, "stale_at IS NULL AND stale_reason IS NULL AND latest_fields IS NULL");
    }

    [Test]
    public async Task A_claim_that_waits_for_a_revision_renders_the_revised_texts()
    {
        var hub = await StartClaimsAsync();
        await RacingWithAsync(
            hub,
            "UPDATE render_instructions SET layer_data_json = layer_data_json || '{\"title\": \"LEE\"}', revision = 2",
            claim => claim!.LayerDataJson.Should().Contain("LEE").And.NotContain("KIM"));
    }

    [Test]
    public async Task A_claim_that_waits_for_a_withdrawal_comes_to_nothing()
    {
        var hub = await StartClaimsAsync();
        await RacingWithAsync(hub, "UPDATE render_instructions SET status = 'cancelled', is_withdrawn = true", claim => claim.Should().BeNull());
    }

    [Test]
    public async Task Revisions_racing_with_claims_are_rendered_or_marked_and_never_lost()
    {
        var hub = await StartHubAsync();
        var requests = Enumerable.Range(0, 12).Select(_ => Request()).ToArray();

        await hub.RequestAsync(requests.SelectMany(request => new[] { request, Revised(request, 2, "LEE"), Revised(request, 3, "PARK") }));

        await CountBecomesAsync(12, "status = 'completed' AND revision = 3");
        (await CountAsync("(layer_data_json->>'title' = 'PARK') <> (stale_at IS NULL) OR coalesce(latest_fields, layer_data_json)->>'title' <> 'PARK'")).Should().Be(0);
    }

    [Test]
    public async Task What_changed_during_an_attempt_that_was_given_back_is_rendered_by_the_next_one()
    {
        var hub = await StartHubAsync(("Worker:Concurrency", "1"));
        var go = Path.Combine(Folder, "go");
        var request = Request($"wait-for {go}");
        await hub.RequestAsync(request);
        await CountBecomesAsync(1, "status = 'processing'");
        await SettleAsync(hub, Revised(request, 2, "LEE"));

        await hub.StopAsync();
        await File.WriteAllTextAsync(go, "");
        await StartHubAsync();

        await CountBecomesAsync(1, "status = 'completed' AND layer_data_json->>'title' = 'LEE' AND stale_at IS NULL AND latest_fields IS NULL");
    }

    [Test]
    public async Task What_fails_for_good_while_other_texts_wait_is_rendered_with_those()
    {
        var (hub, request, go) = await StartFailingAsync();
        await SettleAsync(hub, request with { Revision = 2, Fields = Request().Fields });

        await File.WriteAllTextAsync(go, "");

        await CountBecomesAsync(1, "status = 'completed' AND attempt = 2 AND retry_count = 0 AND error_message IS NULL AND stale_at IS NULL AND latest_fields IS NULL");
        hub.Events.Of<RenderFailed>().Should().BeEmpty();
    }

    [Test]
    public async Task What_fails_for_good_when_it_is_not_wanted_any_more_is_cancelled()
    {
        var (hub, request, go) = await StartFailingAsync();
        await SettleAsync(hub, request with { Revision = 2, WithdrawnBecause = "the hand was called off" });

        await File.WriteAllTextAsync(go, "");

        await CountBecomesAsync(1, "status = 'cancelled' AND error_message = 'withdrawn: the hand was called off' AND stale_at IS NULL");
    }

    [Test]
    public async Task A_caption_that_is_withdrawn_is_cancelled_and_comes_back_when_it_is_wanted_again()
    {
        var hub = await StartCoordinatorAsync();
        var request = Request();
        await SettleAsync(hub, request);

        await SettleAsync(hub, Revised(request, 2, "KIM") with { WithdrawnBecause = "the hand was called off" });
        await CountBecomesAsync(1, "status = 'cancelled' AND error_message = 'withdrawn: the hand was called off' AND completed_at IS NOT NULL");
        await SettleAsync(hub, Revised(request, 3, "LEE"));

        await CountBecomesAsync(1, "status = 'pending' AND error_message IS NULL AND completed_at IS NULL AND layer_data_json->>'title' = 'LEE' AND attempt = 2");
    }

    [Test]
    public async Task A_withdrawal_that_comes_before_its_request_keeps_it_from_being_rendered()
    {
        var hub = await StartCoordinatorAsync();
        var request = Request();

        await SettleAsync(hub, Revised(request, 2, "KIM") with { WithdrawnBecause = "the hand was called off" });
        await SettleAsync(hub, request);

        await CountBecomesAsync(1, "status = 'cancelled' AND revision = 2");
        (await CountAsync("true")).Should().Be(1);
    }

    [Test]
    public async Task A_finished_clip_that_is_withdrawn_is_marked()
    {
        var hub = await StartHubAsync();
        var request = Request();
        await hub.RequestAsync(request);
        await CountBecomesAsync(1, "status = 'completed'");

        await hub.RequestAsync(Revised(request, 2, "KIM") with { WithdrawnBecause = "the hand was called off" });

        await CountBecomesAsync(1, "status = 'completed' AND stale_reason = 'withdrawn: the hand was called off'");
    }

    [Test]
    public async Task Text_that_fits_no_more_fails_and_text_that_fits_again_is_rendered()
    {
        var hub = await StartCoordinatorAsync();
        var request = Request();
        await SettleAsync(hub, request);

        await SettleAsync(hub, Revised(request, 2, "LONGER THAN TWENTY LETTERS"));
        await CountBecomesAsync(1, "status = 'failed' AND error_message LIKE '%26 characters%'");
        await Eventually.BecomesTrueAsync("the failure is announced", () => Task.FromResult(hub.Events.Of<RenderFailed>().Count == 1));
        await SettleAsync(hub, Revised(request, 3, "LEE"));

        await CountBecomesAsync(1, "status = 'pending' AND error_message IS NULL AND dispatched_at IS NOT NULL");
    }

    private static RequestRender Revised(RequestRender request, int revision, string title) => request with
    {
        Revision = revision,
        Fields = new Dictionary<string, string>(request.Fields, StringComparer.Ordinal) { ["title"] = title },
    };

    /// <summary>A clip in the making that fails for good when the file appears.</summary>
    private async Task<(RenderHub Hub, RequestRender Request, string Go)> StartFailingAsync()
    {
        var hub = await StartHubAsync(("Worker:Concurrency", "1"));
        var go = Path.Combine(Folder, "go");
        var request = Request($"fail-for-good-after {go}");
        await hub.RequestAsync(request);
        await CountBecomesAsync(1, "status = 'processing'");
        return (hub, request, go);
    }

    /// <summary>Sends one request and waits until it is consumed, so that the next one comes later.</summary>
    private async Task SettleAsync(RenderHub hub, RequestRender request)
    {
        await hub.RequestAsync(request);
        await Eventually.BecomesTrueAsync("every request is consumed", async () => await Database.ScalarAsync<long>("SELECT count(*) FROM messaging.outbox_scope") == 0);
    }

    /// <summary>A hub that can claim, and one instruction with a ticket that nobody has.</summary>
    private async Task<RenderHub> StartClaimsAsync()
    {
        var hub = await StartHubAsync(("Coordinator:Enabled", "false"));
        await Database.ExecuteAsync(
            """
            INSERT INTO render_instructions (template_name, layer_data_json, attempt, dispatched_at)
            VALUES ('Test Card', '{"do": "succeed", "title": "KIM"}', 1, now())
            """);
        return hub;
    }

    /// <summary>Claims while the row is held by a change that is not committed yet.</summary>
    private async Task RacingWithAsync(RenderHub hub, string change, Action<Claim?> assert)
    {
        await using var connection = await Database.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new Npgsql.NpgsqlCommand(change, connection, transaction);
        await command.ExecuteNonQueryAsync();

        var claiming = hub.InScopeAsync(provider => provider.GetRequiredService<ClaimStore>()
            .TryTakeAsync(new ExecuteRender { InstructionId = 1, Attempt = 1 }, Guid.NewGuid(), CancellationToken.None));
        await Eventually.BecomesTrueAsync(
            "the claim waits for the row",
            async () => await Database.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == 1);
        await transaction.CommitAsync();

        assert(await claiming);
    }
}
