using FluentAssertions;
using Hub.Adapters.Persistence.Postgres;
using Hub.Adapters.Persistence.Postgres.Migrator;
using Hub.Adapters.Scheduling.Quartz;
using Hub.Modules.Kernel;
using Hub.Tests.Support;
using Hub.Tests.Support.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Tests.Adapters.Scheduling;

/// <summary>Recurring jobs on real PostgreSQL, on several hosts, some of them processes that are killed.</summary>
internal sealed class RecurringJobTests
{
    private readonly List<JobHost> _hosts = [];
    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateDatabaseAsync()
        => _database = await TestPostgres.CreateDatabaseAsync(nameof(RecurringJobTests), async database =>
        {
            await using var services = new ServiceCollection()
                .AddLogging()
                .AddSingleton(_ => NpgsqlDataSource.Create(database.ConnectionString))
                .AddPostgresPersistence(new ConfigurationBuilder().Build(), [])
                .BuildServiceProvider();
            await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
            await database.ExecuteAsync(RunLog.Create);
        });

    [TearDown]
    public async Task DropDatabaseAsync()
    {
        foreach (var host in _hosts)
        {
            await host.DisposeAsync();
        }

        _hosts.Clear();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_job_runs_again_and_again_on_one_host_at_a_time()
    {
        await StartAsync("a");
        await StartAsync("b");

        await Eventually.BecomesTrueAsync("five runs", async () => await _database.RunsAsync() >= 5);

        (await _database.OverlapsAsync()).Should().Be(0);
        (await _database.ScalarAsync<bool>("SELECT min(next.began_at - run.ended_at) > interval '0.9 s' FROM run JOIN run next ON next.id = run.id + 1 WHERE run.host = next.host AND run.id > 2"))
            .Should().BeTrue("a second lies between two runs");
    }

    [Test]
    public async Task A_run_that_takes_longer_than_the_interval_delays_the_next_one()
    {
        Func<CancellationToken, Task> slow = cancellationToken => Task.Delay(TimeSpan.FromSeconds(2.5), cancellationToken);
        await StartAsync(database => new RecordedJob(database, "a") { Work = slow });
        await StartAsync(database => new RecordedJob(database, "b") { Work = slow });

        await Eventually.BecomesTrueAsync("three runs", async () => await _database.RunsAsync() >= 3);

        (await _database.OverlapsAsync()).Should().Be(0);
    }

    [Test]
    public async Task Each_run_has_a_scope_of_its_own()
    {
        _hosts.Add(await JobHost.StartScopedAsync(_database.ConnectionString, database => new RecordedJob(database, $"{Guid.NewGuid()}")));

        await Eventually.BecomesTrueAsync("three runs", async () => await _database.RunsAsync() >= 3);

        (await _database.ScalarAsync<bool>("SELECT count(DISTINCT host) = count(*) FROM run")).Should().BeTrue("each was made for its run");
    }

    [Test]
    public async Task A_failing_job_is_reported_and_runs_again()
    {
        var host = await StartAsync(
            database => new RecordedJob(database, "a") { Name = "test-failing", Work = _ => throw new InvalidOperationException("out of chips") },
            database => new RecordedJob(database, "a"));

        await Eventually.BecomesTrueAsync("it fails three times", async () => await _database.RunsAsync(job: "test-failing") >= 3);

        host.Log.At(LogLevel.Error).Should().Contain(line => line.Contains("test-failing", StringComparison.Ordinal));
        await _database.RunsAgainAsync();
    }

    [Test]
    public async Task A_host_leaves_the_jobs_it_does_not_have_to_those_that_have_them()
    {
        await StartAsync("plain");
        await StartAsync(database => new RecordedJob(database, "special"), database => new RecordedJob(database, "special") { Name = "test-special" });

        await Eventually.BecomesTrueAsync("both run", async () => await _database.RunsAsync(job: "test-special") >= 5 && await _database.RunsAsync() >= 3);

        _hosts[0].Log.At(LogLevel.Error).Should().BeEmpty();
        (await _database.RunsAsync("plain", "test-special")).Should().Be(0);
    }

    [Test]
    public async Task When_the_owner_is_killed_another_host_goes_on_within_seconds()
    {
        await using var owner = ChildProcess.Start<JobHostProgram>(_database.ConnectionString, "owner");
        await _database.RunsAgainAsync("owner");
        await StartAsync("other");

        await owner.KillAsync();
        // On a machine with nothing else to do it takes five to seven seconds; the leases of Quartz are what it waits for.
        await Eventually.BecomesTrueAsync("the other has taken over", async () => await _database.RunsAsync("other") > 0, TimeSpan.FromSeconds(30));

        await _database.RunsAgainAsync("other");
    }

    [Test]
    public async Task A_host_that_stops_hands_over_at_once_and_ends_its_run()
    {
        var first = await StartAsync(database => new RecordedJob(database, "first") { Work = cancellationToken => Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken) });
        await _database.RunsAgainAsync("first");
        await StartAsync("second");

        await first.StopAsync();

        await _database.RunsAgainAsync("second");
        (await _database.ScalarAsync<long>("SELECT count(*) FROM run WHERE host = 'first' AND ended_at IS NULL")).Should().Be(0);
        first.Log.At(LogLevel.Error).Should().BeEmpty("a host that stops is no failure");
    }

    [Test]
    public async Task A_database_that_is_away_keeps_no_host_from_starting_and_no_job_from_running_later()
    {
        await BlockAsync();
        await StartAsync("a");
        await AllowAsync();

        await _database.RunsAgainAsync();
    }

    [Test]
    public async Task A_schedule_that_could_not_be_made_is_made_at_the_next_try()
    {
        var host = await StartAsync(database => new RecordedJob(database, "a") { FailingLooks = 1 });

        await _database.RunsAgainAsync();

        host.Log.At(LogLevel.Error).Should().ContainSingle(line => line.Contains(nameof(JobSchedule), StringComparison.Ordinal));
    }

    [Test]
    public async Task After_an_outage_of_the_database_the_jobs_go_on()
    {
        await StartAsync("a");
        await StartAsync("b");
        await _database.RunsAgainAsync();

        for (var outage = 0; outage < 2; outage++)
        {
            await BlockAsync();
            await Task.Delay(TimeSpan.FromSeconds(3));
            await AllowAsync();
            await _database.RunsAgainAsync();
        }

        (await _database.OverlapsAsync()).Should().Be(0);
    }

    [Test]
    public async Task The_schedule_makes_no_tables()
    {
        await _database.ExecuteAsync("DROP TABLE messaging.qrtz_simple_triggers");
        var host = await StartAsync("a");

        await Eventually.BecomesTrueAsync("the start is given up for now", () => Task.FromResult(host.Log.At(LogLevel.Error).Count > 0));

        (await _database.ScalarAsync<bool>("SELECT to_regclass('messaging.qrtz_simple_triggers') IS NULL")).Should().BeTrue();
    }

    [TestCase(3600)]
    [TestCase(-3600)]
    public async Task A_host_whose_clock_is_wrong_puts_no_run_off_and_is_not_taken_for_dead(int secondsAhead)
    {
        var wrong = await StartAsync(new WrongClock(TimeSpan.FromSeconds(secondsAhead)), database => new RecordedJob(database, "wrong") { Work = cancellationToken => Task.Delay(TimeSpan.FromSeconds(8), cancellationToken) });
        await _database.RunsAgainAsync("wrong");
        await StartAsync("right");

        await Eventually.BecomesTrueAsync("the long run has ended", async () => await _database.ScalarAsync<long>("SELECT count(*) FROM run WHERE host = 'wrong' AND ended_at IS NOT NULL") > 0);
        (await _database.OverlapsAsync()).Should().Be(0, "a host that lives keeps its run");

        await wrong.StopAsync();
        await _database.RunsAgainAsync("right");
    }

    private Task<JobHost> StartAsync(string name) => StartAsync(database => new RecordedJob(database, name));

    private Task<JobHost> StartAsync(params Func<NpgsqlDataSource, IRecurringJob>[] jobs) => StartAsync(TimeProvider.System, jobs);

    private async Task<JobHost> StartAsync(TimeProvider clock, params Func<NpgsqlDataSource, IRecurringJob>[] jobs)
    {
        var host = await JobHost.StartAsync(_database.ConnectionString, clock, jobs);
        _hosts.Add(host);
        return host;
    }

    private async Task BlockAsync()
    {
        await ServerAsync($"ALTER DATABASE {_database.Name} ALLOW_CONNECTIONS false");
        await ServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{_database.Name}'");
        _database.DataSource.Clear();
    }

    private Task AllowAsync() => ServerAsync($"ALTER DATABASE {_database.Name} ALLOW_CONNECTIONS true");

    private async Task ServerAsync(string sql)
        => await TestPostgres.ExecuteAsync(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString, sql);
}
