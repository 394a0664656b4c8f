using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Modules.Kernel;
using Hub.Modules.Render.Recovery;
using Hub.Tests.Render.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.Recovery;

/// <summary>The reaper alone, on rows as only accidents make them.</summary>
internal sealed class ReaperTests : RenderSpec
{
    [TestCase("'processing', '11 min 5 s', NULL, 'external', 0, 3, 0", "status = 'pending' AND retry_count = 1 AND not_before < now() + interval '1 min'", Description = "a v1 worker died")]
    [TestCase("'processing', '11 min 5 s', NULL, 'external', 3, 3, 0", "status = 'failed' AND retry_count = 3 AND completed_at IS NOT NULL", Description = "the last v1 worker died")]
    [TestCase("'processing', '13 hours', NULL, 'external', 0, 3, 0", "status = 'pending' AND retry_count = 1 AND not_before = '9000-01-01Z'", Description = "long ago, in another show")]
    [TestCase("'processing', '11 min 5 s', gen_random_uuid(), NULL, 3, 3, 0", "status = 'pending' AND retry_count = 3 AND lost_workers = 1 AND dispatched_at IS NOT NULL", Description = "a loss was never judged")]
    [TestCase("'processing', '11 min 5 s', gen_random_uuid(), NULL, 0, 3, 10", "status = 'failed' AND lost_workers = 11", Description = "an eleventh time")]
    [TestCase("'processing', '10 min 55 s', NULL, 'external', 0, 3, 0", null, Description = "it has a minute more")]
    [TestCase("'pending', '1 day', NULL, NULL, 0, 3, 0", null)]
    [TestCase("'completed', '1 day', NULL, NULL, 0, 3, 0", null)]
    public async Task What_nobody_works_on_is_taken_back(string row, string? expected)
    {
        await Database.ExecuteAsync($"""
            INSERT INTO render_instructions (template_name, attempt, dispatched_at, status, started_at, claim_id, owner, retry_count, max_retries, lost_workers)
            SELECT 'Test Card', 5, CASE s WHEN 'processing' THEN now() END, s, now() - age::interval, claim::uuid, owner, retries, most, lost
            FROM (VALUES ({row})) AS r(s, age, claim, owner, retries, most, lost)
            """);

        var reaped = await ReapAsync(BuildIdleHub());

        reaped.Should().Be(expected is null ? 0 : 1);
        if (expected is not null)
        {
            (await CountAsync($"{expected} AND claim_id IS NULL = (status = 'pending' OR lost_workers = 0) AND owner IS NULL AND attempt = CASE WHEN dispatched_at IS NULL THEN 5 ELSE 6 END AND error_message IS NOT NULL")).Should().Be(1);
            (await CountAsync("status = 'failed' OR started_at IS NULL")).Should().Be(1);
            (await Database.ScalarAsync<long>($"SELECT count(*) FROM messaging.outbox_message WHERE body LIKE '%{AlertCodes.RenderReaped}%'")).Should().Be(1);
        }
    }

    [TestCase("1 minute", 0, Description = "its worker lives")]
    [TestCase("-1 minute", 1, Description = "nobody has looked at leases for a minute")]
    public async Task A_living_lease_is_left_alone(string lease, int reaped)
    {
        await Database.ExecuteAsync($"""
            INSERT INTO render_instructions (template_name, status, started_at, claim_id) VALUES ('Test Card', 'processing', now() - interval '1 hour', gen_random_uuid());
            INSERT INTO render.lease (claim_id, instruction_id, attempt, worker_id, expires_at) SELECT claim_id, id, 0, 1, now() + interval '{lease}' FROM render_instructions
            """);

        (await ReapAsync(BuildIdleHub())).Should().Be(reaped);

        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.lease")).Should().Be(1 - reaped);
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.abandoned_claim")).Should().Be(reaped, "what its worker made is removed");
    }

    [Test]
    public async Task Of_several_reapers_at_once_one_takes_each()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, status, started_at, owner) SELECT 'Test Card', 'processing', now() - interval '1 hour', 'external' FROM generate_series(1, 40)");
        var hubs = Enumerable.Range(0, 4).Select(_ => BuildIdleHub()).ToList();

        var reaped = await Task.WhenAll(hubs.Select(ReapAsync));

        reaped.Sum().Should().Be(40);
        (await CountAsync("status = 'pending' AND retry_count = 1")).Should().Be(40);
    }

    [Test]
    public async Task What_is_due_and_has_no_ticket_although_there_is_room_gets_one()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, not_before) VALUES ('Test Card', NULL), ('Test Card', now() + interval '1 hour'), ('Test Card', '9000-01-01Z')");
        var hub = BuildIdleHub();

        await hub.InScopeAsync(provider => provider.GetServices<IRecurringJob>().Single(job => job.Name == "render-reaper").RunAsync(CancellationToken.None));

        (await CountAsync("id = 1 AND dispatched_at IS NOT NULL")).Should().Be(1);
        (await CountAsync("id > 1 AND dispatched_at IS NULL")).Should().Be(2);
        (await Database.ScalarAsync<long>($"SELECT count(*) FROM messaging.outbox_message WHERE body LIKE '%{AlertCodes.RenderOverlooked}%'")).Should().Be(1);
    }

    private static Task<int> ReapAsync(RenderHub hub) => hub.InScopeAsync(provider => provider.GetRequiredService<StuckInstructions>().ReapAsync(CancellationToken.None));
}
