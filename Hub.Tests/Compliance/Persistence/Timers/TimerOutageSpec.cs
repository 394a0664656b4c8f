using FluentAssertions;
using Hub.Tests.Compliance.Persistence.Ledger;
using Hub.Tests.Support;
using Npgsql;

namespace Hub.Tests.Compliance.Persistence.Timers;

/// <summary>Times that pass while nobody can look.</summary>
internal sealed class TimerOutageSpec() : TimerSpec(TransportUnderTest.InMemory)
{
    [Test]
    public async Task What_came_due_while_the_database_was_away_fires_once_when_it_is_back()
    {
        var hub = await StartHubAsync(TimerHostProgram.Setup);
        await SetManyAsync(hub, 40, TimeSpan.FromMilliseconds(100));
        await SomeFiredAsync(5);

        await ServerAsync($"ALTER DATABASE {Database.Name} ALLOW_CONNECTIONS false");
        await ServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{Database.Name}'");
        Database.DataSource.Clear();
        await Task.Delay(TimeSpan.FromSeconds(3));
        await ServerAsync($"ALTER DATABASE {Database.Name} ALLOW_CONNECTIONS true");

        await EntriesBecomeAsync(40, RecordPotConsumer.Note);
        await OutboxIsEmptyAsync();
        (await EntriesAsync(RecordPotConsumer.Note)).Should().Be(40);
    }

    [Test]
    public async Task What_came_due_while_no_host_ran_fires_once_after_the_next_start()
    {
        var pot = Guid.NewGuid();
        var setter = await StartHubAsync(bus => bus.RecordsPots());
        await SetAsync(setter, pot, TimeSpan.Zero);
        await setter.StopAsync();

        await StartHubAsync(TimerHostProgram.Setup);

        await EntriesBecomeAsync(1, RecordPotConsumer.Note, pot);
        await OutboxIsEmptyAsync();
        (await EntriesAsync(RecordPotConsumer.Note)).Should().Be(1);
    }

    private async Task ServerAsync(string sql)
        => await TestPostgres.ExecuteAsync(new NpgsqlConnectionStringBuilder(Database.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString, sql);
}
