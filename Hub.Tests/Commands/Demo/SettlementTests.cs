using FluentAssertions;
using Hub.Host.Commands.Demo.Once;
using Hub.Modules.Kernel;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Commands.Demo;

internal sealed class SettlementTests
{
    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateDatabase() => _database = await V1Rows.CreateDatabaseAsync();

    [TearDown]
    public async Task DropDatabase() => await _database.DisposeAsync();

    [Test]
    [CancelAfter(30_000)]
    public async Task Work_that_slips_past_every_counter_is_not_taken_for_done(CancellationToken cancellationToken)
    {
        var place = "file";

        // The worst order: downstream first, and each counter is read just before the work gets there.
        async Task<long> ReadInstructionsAsync() => place == "instruction" ? await MoveAsync("done", "update render_instructions set status = 'completed'", 1) : 0;
        async Task<long> ReadMessagesAsync() => place == "message" ? await MoveAsync("instruction", "insert into render_instructions(template_name) values ('x')", 0) : 0;
        async Task<long> ReadFilesAsync() => place == "file" ? await MoveAsync("message", "insert into hands default values", 0) : 0;
        async Task<long> MoveAsync(string to, string sql, long count)
        {
            await _database.ExecuteAsync(sql);
            place = to;
            return count;
        }

        var open = await SettlementOf(TimeProvider.System, new("instructions", ReadInstructionsAsync), new("messages", ReadMessagesAsync), new("files", ReadFilesAsync))
            .WaitAsync(cancellationToken);

        open.Should().BeEmpty();
        place.Should().Be("done");
    }

    [Test]
    [CancelAfter(30_000)]
    public async Task What_stands_still_for_minutes_is_named_instead_of_waited_for(CancellationToken cancellationToken)
    {
        var clock = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMinutes(1) };
        var settlement = SettlementOf(clock, new("undelivered messages", () => Task.FromResult(3L)), new("open instructions", () => Task.FromResult(0L)));

        var waiting = settlement.WaitAsync(cancellationToken);
        while (!waiting.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        (await waiting).Should().Equal(new OpenWork("undelivered messages", 3));
    }

    private Settlement SettlementOf(TimeProvider clock, params StubWork[] work)
    {
        var services = new ServiceCollection();
        foreach (var item in work)
            services.AddSingleton<IPendingWork>(item);
        return new Settlement(services.BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(), new RunLedger(_database.DataSource), clock);
    }

    private sealed record StubWork(string Name, Func<Task<long>> Count) : IPendingWork
    {
        public Task<long> CountAsync(CancellationToken cancellationToken) => Count();
    }
}
