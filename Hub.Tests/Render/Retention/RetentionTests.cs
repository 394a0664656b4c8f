using FluentAssertions;
using Hub.Modules.Render.Retention;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Tests.Render.Retention;

internal sealed class RetentionTests : RenderSpec
{
    [Test]
    public async Task A_clip_kept_for_its_days_is_removed_and_its_row_stays()
    {
        var hub = await StartHubAsync(("KeepClipsDays", "10"));
        await hub.RequestAsync(Request(), Request());
        await CountBecomesAsync(2, "status = 'completed'");
        var file = await Database.ScalarAsync<string>("UPDATE render_outputs SET completed_at = now() - interval '11 days' WHERE id = 1 RETURNING output_path");
        var preview = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "data", "previews")).FullName, "1-a-b.webm");
        await File.WriteAllTextAsync(preview, "");

        (await DecideAsync(hub)).Should().Be(1);
        File.Exists(file).Should().BeTrue("the file goes after the decision is committed");
        await hub.Services.GetRequiredService<RemovedClips>().DeleteAsync(CancellationToken.None);

        File.Exists(file).Should().BeFalse();
        File.Exists(preview).Should().BeFalse();
        ClipFiles().Should().ContainSingle();
        (await OutputsAsync("id = 1 AND status = 'completed' AND removed_at IS NOT NULL AND file_removed_at IS NOT NULL AND output_path <> ''")).Should().Be(1);
        (await DecideAsync(hub)).Should().Be(0, "once is enough");
    }

    [Test]
    public async Task Beyond_the_quota_the_oldest_go_and_no_more_than_must()
    {
        var hub = await StartCoordinatorWithQuotaAsync();
        await AddClipsAsync(4, megabytes: 400);

        await DecideAsync(hub);

        (await OutputsAsync("removed_at IS NOT NULL AND id IN (1, 2)")).Should().Be(2);
        (await OutputsAsync("removed_at IS NULL")).Should().Be(2);
    }

    [TestCase("UPDATE render_outputs SET on_air_at = now()", Description = "on air")]
    [TestCase("UPDATE render_outputs SET completed_at = now() - interval '23 hours'", Description = "too young")]
    [TestCase("UPDATE render_instructions SET status = 'pending'", Description = "its instruction is open again")]
    [TestCase("UPDATE render_instructions SET status = 'processing'", Description = "its instruction is open again")]
    [TestCase("UPDATE render_outputs SET publish_path = '/nas/final.mov'", Description = "its copy is still to be made")]
    [TestCase("UPDATE render_outputs SET claim_id = NULL", Description = "a v1 client's")]
    public async Task Some_clips_are_never_removed(string because)
    {
        var hub = await StartCoordinatorWithQuotaAsync();
        await AddClipsAsync(4, megabytes: 4000);
        await Database.ExecuteAsync(because);

        (await DecideAsync(hub)).Should().Be(0);
    }

    [Test]
    public async Task What_is_on_air_counts_and_others_make_room_for_it()
    {
        var hub = await StartCoordinatorWithQuotaAsync();
        await AddClipsAsync(4, megabytes: 400);
        await Database.ExecuteAsync("UPDATE render_outputs SET on_air_at = now() WHERE id = 1");

        await DecideAsync(hub);

        (await OutputsAsync("removed_at IS NOT NULL AND id IN (2, 3)")).Should().Be(2);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Of_a_mark_and_a_removal_at_the_same_time_the_first_to_commit_wins(bool markIsFirst)
    {
        var hub = await StartCoordinatorWithQuotaAsync();
        await AddClipsAsync(1, megabytes: 4000);
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var first = new NpgsqlCommand($"UPDATE render_outputs SET {(markIsFirst ? "on_air_at" : "removed_at")} = now()", connection, transaction))
        {
            await first.ExecuteNonQueryAsync();
        }

        var second = markIsFirst
            ? DecideAsync(hub)
            : hub.InScopeAsync(async provider => (int)await provider.GetRequiredService<OnAirMark>().SetAsync(1, onAir: true, "anna", CancellationToken.None));
        await Eventually.BecomesTrueAsync("the second waits for the first", () => Database.ScalarAsync<bool>("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock')"));
        await transaction.CommitAsync();

        (await second).Should().Be(markIsFirst ? 0 : (int)MarkOutcome.Removed);
        (await OutputsAsync("(on_air_at IS NULL) <> (removed_at IS NULL)")).Should().Be(1);
    }

    [Test]
    public async Task Only_files_that_bear_the_claim_of_their_row_are_removed_and_only_below_the_output_roots()
    {
        var hub = await StartHubAsync(("KeepClipsDays", "10"));
        await hub.RequestAsync(Request());
        await CountBecomesAsync(1, "status = 'completed'");
        var elsewhere = Path.Combine(Folder, ClipFiles()[0]);
        await File.WriteAllTextAsync(elsewhere, "");
        await Database.ExecuteAsync($"UPDATE render_outputs SET removed_at = now(), output_path = '{elsewhere}'");

        await hub.Services.GetRequiredService<RemovedClips>().DeleteAsync(CancellationToken.None);
        File.Exists(elsewhere).Should().BeTrue();

        await Database.ExecuteAsync($"UPDATE render_outputs SET claim_id = gen_random_uuid(), output_path = '{Path.Combine(ClipFolder, ClipFiles()[0])}'");
        await hub.Services.GetRequiredService<RemovedClips>().DeleteAsync(CancellationToken.None);
        ClipFiles().Should().ContainSingle();
    }

    private Task<RenderHub> StartCoordinatorWithQuotaAsync() => StartHubAsync(("Worker:Enabled", "false"), ("KeepClipsDays", "0"), ("KeepClipsGigabytes", "1"));

    /// <summary>Each a day older than the next.</summary>
    private Task<int> AddClipsAsync(int count, int megabytes) => Database.ExecuteAsync(
        $"""
         INSERT INTO render_instructions (template_name, status) SELECT 'Test Card', 'completed' FROM generate_series(1, {count});
         INSERT INTO render_outputs (instruction_id, output_path, file_size, claim_id, completed_at)
         SELECT id, '/clips/' || id, {megabytes} * 1048576::bigint, gen_random_uuid(), now() - make_interval(days => {count} + 2 - id) FROM render_instructions
         """);

    private static Task<int> DecideAsync(RenderHub hub) => hub.InScopeAsync(provider => provider.GetRequiredService<ClipRetention>().DecideAsync(CancellationToken.None));

    private Task<long> OutputsAsync(string condition) => Database.ScalarAsync<long>($"SELECT count(*) FROM render_outputs WHERE {condition}");
}
