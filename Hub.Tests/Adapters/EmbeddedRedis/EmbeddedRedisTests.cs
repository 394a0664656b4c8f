using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.Versioning;
using FluentAssertions;
using Hub.Adapters.EmbeddedRedis;
using Hub.Tests.Adapters.EmbeddedPostgres;
using Hub.Tests.Support;
using Hub.Tests.Support.Processes;

namespace Hub.Tests.Adapters.EmbeddedRedis;

[Platform("Linux"), SupportedOSPlatform("linux")]
internal sealed class EmbeddedRedisTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Path.Combine(Directory.CreateTempSubdirectory("hub-redis-").FullName, "a \"quoted\" folder");

    [TearDown]
    public void RemoveFolder() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Test]
    public async Task It_listens_on_the_loopback_alone_evicts_nothing_and_keeps_nothing()
    {
        await using var server = await StartAsync();

        (await RedisTalk.SettingAsync(server, "bind")).Should().Be("127.0.0.1");
        (await RedisTalk.SettingAsync(server, "maxmemory-policy")).Should().Be("noeviction");
        (await RedisTalk.SettingAsync(server, "save")).Should().BeEmpty();
        (await RedisTalk.SettingAsync(server, "appendonly")).Should().Be("no");
    }

    [Test]
    public async Task Its_password_is_random_and_on_no_command_line()
    {
        await using var server = await StartAsync();
        var password = server.Settings.Password!;

        server.ConnectionString.Should().Be($"127.0.0.1:{server.Port},password={password}");
        (await RedisTalk.AskAsync(server, "PING", "guess")).Should().StartWith("-NOAUTH");
        (await RedisTalk.AskAsync(server, "PING")).Should().Be("+PONG");
        File.GetUnixFileMode(Path.Combine(_folder, "redis.conf")).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        server.Description.Should().NotContain(password);
        (await File.ReadAllTextAsync($"/proc/{server.ProcessId}/cmdline")).Should().Contain("redis-server").And.NotContain(password);
        password.Should().HaveLength(48);
    }

    [TestCase(RedisDurability.None, ":0")]
    [TestCase(RedisDurability.EverySecond, ":3")]
    [TestCase(RedisDurability.Always, ":3")]
    public async Task Stopped_and_started_again_it_is_the_same_server_with_what_it_had_to_keep(RedisDurability durability, string length)
    {
        var first = await StartAsync(durability);
        (await RedisTalk.AskAsync(first, "SET hand 101")).Should().Be("+OK");
        var process = first.ProcessId;
        await first.DisposeAsync();

        HubFolder.IsRunning(process).Should().BeFalse();
        Directory.EnumerateFiles(_folder).Select(Path.GetFileName).Should().BeEquivalentTo("redis.lock");
        await using var again = await EmbeddedRedisServer.StartAsync(first.Settings, CancellationToken.None);
        again.ConnectionString.Should().Be(first.ConnectionString);
        (await RedisTalk.AskAsync(again, "STRLEN hand")).Should().Be(length);
    }

    [Test]
    public async Task A_killed_server_is_noticed_and_comes_back_on_its_port()
    {
        await using var server = await StartAsync();
        using (var process = Process.GetProcessById(server.ProcessId))
            process.Kill();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await server.WaitForExitAsync(patience.Token);

        await server.RestartAsync(patience.Token);

        (await RedisTalk.AskAsync(server, "PING")).Should().Be("+PONG");
    }

    [Test]
    public async Task A_stalled_server_stops_when_it_is_told_to()
    {
        var server = await StartAsync();
        await HubFolder.KillAsync("kill", "-STOP", $"{server.ProcessId}");
        var started = Stopwatch.GetTimestamp();

        await server.DisposeAsync();

        HubFolder.IsRunning(server.ProcessId).Should().BeFalse();
        Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(5));
    }

    [Test]
    public async Task A_server_without_the_process_that_started_it_stops_by_itself()
    {
        await using var holder = ChildProcess.Start<RedisHolder>(_folder);
        var process = int.Parse(await holder.ReadLineAsync());
        HubFolder.IsRunning(process).Should().BeTrue();

        await holder.KillAsync();

        await Eventually.BecomesTrueAsync("the server has stopped", () => Task.FromResult(!HubFolder.IsRunning(process)));
        await using var next = await StartAsync();
        (await RedisTalk.AskAsync(next, "PING")).Should().Be("+PONG");
    }

    [Test]
    public async Task An_orphaned_server_is_ended_and_replaced()
    {
        await using var holder = ChildProcess.Start<RedisHolder>(_folder);
        var orphan = int.Parse(await holder.ReadLineAsync());
        // The shells that would stop it share its session.
        var session = (await File.ReadAllTextAsync($"/proc/{orphan}/stat")).Split(' ')[5];
        await HubFolder.KillAsync("pkill", "-KILL", "-s", session, "-x", "sh");
        await holder.KillAsync();
        HubFolder.IsRunning(orphan).Should().BeTrue("it is an orphan now");

        await using var server = await StartAsync();

        server.ProcessId.Should().NotBe(orphan);
        HubFolder.IsRunning(orphan).Should().BeFalse();
    }

    [Test]
    public async Task A_folder_serves_one_server_at_a_time()
    {
        await using var server = await StartAsync();

        (await FluentActions.Awaiting(() => StartAsync()).Should().ThrowAsync<EmbeddedRedisException>())
            .WithMessage($"The folder '{_folder}' of the embedded Redis*in use by another process*");
    }

    [Test]
    public async Task A_port_that_is_taken_is_named_with_what_redis_says()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;

        (await FluentActions.Awaiting(() => EmbeddedRedisServer.StartAsync(new() { Folder = _folder, Port = port }, CancellationToken.None)).Should().ThrowAsync<EmbeddedRedisException>())
            .WithMessage($"Redis does not start on port {port}*Address already in use*");
    }

    [TestCase("Redis server v=6.2.14 sha=0:0", "*is Redis 6.2.14, which is too old: install redis-server 7.0 or later*")]
    [TestCase("hello", "*does not say its version, but 'hello': install redis-server*")]
    public async Task Any_other_program_is_refused(string says, string message)
    {
        Directory.CreateDirectory(_folder);
        var program = Path.Combine(_folder, "redis-server");
        await File.WriteAllTextAsync(program, $"#!/bin/sh\necho '{says}'\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        (await FluentActions.Awaiting(() => EmbeddedRedisServer.StartAsync(new() { Folder = _folder, Binary = program }, CancellationToken.None)).Should().ThrowAsync<EmbeddedRedisException>())
            .WithMessage(message);
    }

    [Test]
    public async Task A_missing_program_is_named_with_what_to_install()
        => (await FluentActions.Awaiting(() => EmbeddedRedisServer.StartAsync(new() { Folder = _folder, Binary = "/nowhere/redis-server" }, CancellationToken.None)).Should().ThrowAsync<EmbeddedRedisException>())
            .WithMessage("redis-server was not found as '/nowhere/redis-server': install redis-server*");

    [TestCase("")]
    [TestCase("a,b")]
    [TestCase("a b")]
    public async Task A_password_that_no_connection_string_could_carry_is_refused(string password)
        => await FluentActions.Awaiting(() => EmbeddedRedisServer.StartAsync(new() { Folder = _folder, Password = password }, CancellationToken.None)).Should().ThrowAsync<ArgumentException>();

    private Task<EmbeddedRedisServer> StartAsync(RedisDurability durability = RedisDurability.None)
        => EmbeddedRedisServer.StartAsync(new() { Folder = _folder, Durability = durability }, CancellationToken.None);
}
