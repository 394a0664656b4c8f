using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Persistence;
using Hub.Tests.Render.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.Dispatching;

internal sealed class WindowTests : RenderSpec
{
    private const string TicketIsOut = "dispatched_at IS NOT NULL";

    [Test]
    public async Task Eight_writers_never_exceed_the_window_and_leave_no_place_empty()
    {
        var first = await StartCoordinatorAsync();
        var second = await StartCoordinatorAsync();
        var most = 0L;
        using var watching = new CancellationTokenSource();
        var watch = Task.Run(async () =>
        {
            while (!watching.IsCancellationRequested)
            {
                most = Math.Max(most, await CountAsync(TicketIsOut));
            }
        });

        var writers = Enumerable.Range(0, 8).Select(writer => (writer % 2 == 0 ? first : second).RequestAsync(Enumerable.Range(0, 8).Select(_ => Request()).ToList()));
        await Task.WhenAll(writers);

        await CountBecomesAsync(64, "status = 'pending'");
        await CountBecomesAsync(16, TicketIsOut);
        await watching.CancelAsync();
        await watch;
        most.Should().Be(16);
        (await CountAsync("attempt = 1")).Should().Be(16);
    }

    [Test]
    public async Task The_window_is_twice_the_known_slots()
    {
        await Database.ExecuteAsync("INSERT INTO render.worker (id, name, slots, started_at, last_seen_at) SELECT n, 'pc', 4, now(), now() FROM generate_series(1, 5) n");
        await using var connection = await Database.DataSource.OpenConnectionAsync();
        await using var presence = new Npgsql.NpgsqlCommand($"SELECT pg_advisory_lock({Modules.Render.Leases.PresenceLock.Class}, n) FROM generate_series(1, 5) n", connection);
        await presence.ExecuteNonQueryAsync();
        var hub = await StartCoordinatorAsync();

        await hub.RequestAsync(Enumerable.Range(0, 50).Select(_ => Request()));

        await CountBecomesAsync(50, "status = 'pending'");
        await CountBecomesAsync(40, TicketIsOut);
    }

    [Test]
    public async Task Live_goes_before_backlog_then_priority_then_age()
    {
        var start = Path.Combine(Folder, "start");
        var hub = await StartHubAsync(("Worker:Concurrency", "1"));
        // The first one holds the only slot, and fifteen more fill the window behind it.
        await hub.RequestAsync(Enumerable.Range(0, 16).Select(_ => Request($"wait-for {start}")));
        await CountBecomesAsync(16, TicketIsOut);

        RequestRender[] later = [Request(priority: 1, isBacklog: true), Request(priority: 9), Request(priority: 2), Request(priority: 2)];
        for (var number = 1; number <= later.Length; number++)
        {
            await hub.RequestAsync(later[number - 1]);
            await CountBecomesAsync(number, "dispatched_at IS NULL");
        }

        await File.WriteAllTextAsync(start, "");

        await CountBecomesAsync(20, "status = 'completed'");
        (await Database.ScalarAsync<string>("SELECT string_agg(id::text, ' ' ORDER BY started_at) FROM render_instructions WHERE id > 16")).Should().Be("19 20 18 17");
    }

    [Test]
    public async Task Nothing_goes_out_before_its_time_and_everything_at_its_time()
    {
        await Database.ExecuteAsync(
            """
            INSERT INTO render_instructions (template_name, not_before) VALUES
              ('Test Card', clock_timestamp() + interval '1.5 seconds'), ('Test Card', clock_timestamp() + interval '1 hour'), ('Test Card', NULL)
            """);
        await StartCoordinatorAsync();

        await CountBecomesAsync(1, TicketIsOut);
        await CountBecomesAsync(2, TicketIsOut);
        (await CountAsync("dispatched_at < now() - interval '0 s' AND id = 1 AND dispatched_at < created_at + interval '1.5 seconds'")).Should().Be(0);
        (await CountAsync("id = 2 AND dispatched_at IS NULL")).Should().Be(1);
    }

    [Test]
    public async Task A_choice_reads_a_few_rows_however_many_wait_unknown_to_the_statistics()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, status) SELECT 'Test Card', 'completed' FROM generate_series(1, 5000)");
        await Database.ExecuteAsync("ANALYZE render_instructions");
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name) SELECT 'Test Card' FROM generate_series(1, 2000)");
        var hub = await StartCoordinatorAsync();
        await CountBecomesAsync(16, TicketIsOut);

        var read = await hub.InScopeAsync(async provider =>
        {
            var db = provider.GetRequiredService<RenderDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"UPDATE render_instructions SET status = 'completed' WHERE id = (SELECT min(id) FROM render_instructions WHERE dispatched_at IS NOT NULL)");
            var before = await ReadRowsAsync(db);
            await provider.GetRequiredService<TicketDispatcher>().FillWindowAsync(CancellationToken.None);
            var read = await ReadRowsAsync(db) - before;
            (await db.Instructions.CountAsync(instruction => instruction.Status == "pending" && instruction.DispatchedAt != null)).Should().Be(16, "the free place is taken");
            return read;
        });

        read.Should().BeLessThan(200);
    }

    /// <summary>Rows of instructions that the current transaction has read.</summary>
    private static Task<long> ReadRowsAsync(RenderDbContext db)
        => db.Database.SqlQuery<long>($"SELECT seq_tup_read + idx_tup_fetch AS \"Value\" FROM pg_stat_xact_user_tables WHERE relname = 'render_instructions'").SingleAsync();
}
