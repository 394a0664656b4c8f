using System.Globalization;
using System.Runtime.Versioning;
using FluentAssertions;
using Hub.Adapters.EmbeddedPostgres;
using Hub.Tests.Support;
using Hub.Tests.Support.Processes;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Hub.Tests.Adapters.EmbeddedPostgres;

/// <summary>One cluster for all, made once over what a start that was killed half-way had left behind.</summary>
[Platform("Linux"), SupportedOSPlatform("linux")]
internal sealed class EmbeddedPostgresTests
{
    private HubFolder _folder = null!;

    [OneTimeSetUp]
    public async Task MakeClusterAsync()
    {
        _folder = HubFolder.Make();
        Directory.CreateDirectory(Path.Combine(_folder.Path, "postgres.making", "data", "base"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "postgres.making", "data", "PG_VERSION"), "half");
        await using var server = await _folder.StartAsync();
        await HubFolder.ScalarAsync<object>(server, "CREATE TABLE hand (number int)");
    }

    [OneTimeTearDown]
    public void RemoveCluster() => _folder.Dispose();

    [Test]
    public async Task The_hub_is_no_superuser_and_writes_are_durable()
    {
        await using var server = await _folder.StartAsync();

        (await HubFolder.ScalarAsync<bool>(server, "SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication FROM pg_roles WHERE rolname = current_user")).Should().BeFalse();
        (await HubFolder.ScalarAsync<string>(server, "SELECT string_agg(setting, ' ' ORDER BY name) FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')")).Should().Be("on on on");
        (await HubFolder.ScalarAsync<string>(server, "SHOW data_checksums")).Should().Be("on");
        (await HubFolder.ScalarAsync<string>(server, "SHOW listen_addresses")).Should().Be("127.0.0.1");
    }

    [Test]
    public async Task Nobody_logs_in_without_the_password_which_only_the_owner_can_read()
    {
        await using var server = await _folder.StartAsync();
        var password = Path.Combine(_folder.Path, "postgres.password");

        File.GetUnixFileMode(password).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        server.Description.Should().NotContain(await File.ReadAllTextAsync(password));
        foreach (var user in (string[])["hub", "postgres"])
        {
            var guess = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Username = user, Password = "guess", Pooling = false };
            await using var connection = new NpgsqlConnection(guess.ConnectionString);
            (await connection.Invoking(attempt => attempt.OpenAsync()).Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InvalidPassword);
        }
    }

    [Test]
    public async Task A_clean_stop_ends_the_server_and_keeps_the_data()
    {
        var server = await _folder.StartAsync();
        await HubFolder.ScalarAsync<object>(server, "INSERT INTO hand VALUES (1)");
        var pid = _folder.ServerPid;
        await server.DisposeAsync();

        HubFolder.IsRunning(pid).Should().BeFalse();
        await using var again = await _folder.StartAsync();
        (await HubFolder.ScalarAsync<long>(again, "SELECT count(*) FROM hand WHERE number = 1")).Should().Be(1);
    }

    [Test]
    public async Task A_killed_hub_starts_again_at_once_with_all_it_had_committed()
    {
        for (var hand = 100; hand < 103; hand++)
        {
            await using var holder = ChildProcess.Start<DatabaseHolder>(_folder.Path);
            await holder.SaysAsync(DatabaseHolder.Ready);
            await holder.KillAsync();

            await using var server = await _folder.StartAsync();
            await HubFolder.ScalarAsync<object>(server, $"INSERT INTO hand VALUES ({hand})");
            (await HubFolder.ScalarAsync<long>(server, "SELECT count(*) FROM hand WHERE number >= 100")).Should().Be(hand - 99);
        }
    }

    [Test]
    public async Task A_server_without_its_hub_stops_by_itself()
    {
        await using var holder = ChildProcess.Start<DatabaseHolder>(_folder.Path);
        await holder.SaysAsync(DatabaseHolder.Ready);
        var pid = _folder.ServerPid;

        await holder.KillAsync();

        await Eventually.BecomesTrueAsync("the server has stopped", () => Task.FromResult(!HubFolder.IsRunning(pid)));
    }

    [Test]
    public async Task An_orphaned_server_is_ended_and_replaced()
    {
        await using var holder = ChildProcess.Start<DatabaseHolder>(_folder.Path);
        await holder.SaysAsync(DatabaseHolder.Ready);
        var orphan = _folder.ServerPid;
        // The shells that would stop it share its session.
        var session = (await File.ReadAllTextAsync($"/proc/{orphan}/stat")).Split(' ')[5];
        await HubFolder.KillAsync("pkill", "-KILL", "-s", session, "-x", "sh");
        await holder.KillAsync();
        HubFolder.IsRunning(orphan).Should().BeTrue("it is an orphan now");

        await using var server = await _folder.StartAsync();

        _folder.ServerPid.Should().NotBe(orphan);
        HubFolder.IsRunning(orphan).Should().BeFalse();
        (await HubFolder.ScalarAsync<bool>(server, "SELECT true")).Should().BeTrue();
    }

    [Test]
    public async Task A_server_that_dies_is_started_again_on_the_same_port()
    {
        await using var server = await _folder.StartAsync();
        var before = server.ConnectionString;
        using var supervisor = new EmbeddedPostgresSupervisor(server, TimeProvider.System, NullLogger<EmbeddedPostgresSupervisor>.Instance);
        await supervisor.StartAsync(CancellationToken.None);
        var killed = _folder.ServerPid;
        await HubFolder.KillAsync("kill", "-KILL", killed.ToString(CultureInfo.InvariantCulture));

        await Eventually.BecomesTrueAsync("another server answers on the same port", async () =>
        {
            try
            {
                return await HubFolder.ScalarAsync<bool>(server, "SELECT true") && _folder.ServerPid != killed;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        });

        server.ConnectionString.Should().Be(before);
        await supervisor.StopAsync(CancellationToken.None);
    }

    [Test]
    public async Task A_second_hub_on_the_folder_is_refused_and_told_who_has_it()
    {
        await using var server = await _folder.StartAsync();
        await using var second = _folder.Server();

        (await second.Invoking(refused => refused.StartAsync(CancellationToken.None)).Should().ThrowAsync<EmbeddedPostgresException>())
            .WithMessage($"Data:Folder = '{_folder.Path}' is in use by another hub (process {Environment.ProcessId})*");
        (await HubFolder.ScalarAsync<bool>(server, "SELECT true")).Should().BeTrue();
    }

    [Test]
    public async Task Missing_programs_are_named_with_what_to_install()
    {
        using var empty = HubFolder.Make();
        await using var server = _folder.Server(binaries: empty.Path);

        (await server.Invoking(refused => refused.StartAsync(CancellationToken.None)).Should().ThrowAsync<EmbeddedPostgresException>())
            .WithMessage($"*was not found in Data:PostgresBin = '{empty.Path}'*apt-get install postgresql*ConnectionStrings:Hub*");
    }

    [Test]
    public async Task A_folder_closed_to_the_servers_account_gets_a_cluster_elsewhere_and_a_pointer_to_it()
    {
        if (!Environment.IsPrivilegedProcess)
            Assert.Ignore("Only root changes to another account.");
        using var closed = HubFolder.Make(isOpen: false);
        await using (var server = await closed.StartAsync())
            await HubFolder.ScalarAsync<object>(server, "CREATE TABLE hand (number int)");

        closed.Home.Should().StartWith("/var/lib/automation-hub/");
        await using var again = await closed.StartAsync();
        (await HubFolder.ScalarAsync<long>(again, "SELECT count(*) FROM hand")).Should().Be(0);
    }

    [Test]
    public void A_half_made_cluster_is_made_anew() => Directory.Exists(Path.Combine(_folder.Path, "postgres.making")).Should().BeFalse();
}
