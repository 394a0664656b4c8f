using FluentAssertions;
using Hub.Host;
using Hub.Host.Startup;
using Hub.Tests.Support;

namespace Hub.Tests.Host.Startup;

/// <summary>Each is found before a database is started or asked for.</summary>
internal sealed class BadSettingsTests
{
    private const string Password = "hunter-two-is-secret";

    [TestCase("Modules:Render:Enabled = 'maybe': must be true or false.", "--Modules:Render:Enabled=maybe")]
    [TestCase("Modules:Rendr names no module.*FeatureTable, Subtitle, Render, Monitoring*", "--Modules:Rendr:Enabled=false")]
    [TestCase("Messaging:Transport = 'Kafka': must be one of InMemory, RabbitMq, Redis.", "--Messaging:Transport=Kafka")]
    [TestCase("Messaging:Prefix = 'my hub': must be a letter, then up to 31 letters, digits and underscores.", "--Messaging:Prefix=my hub")]
    [TestCase("ConnectionStrings:Redis: *expected is host:port*redis*://user:password@host*", "--Messaging:Transport=Redis")]
    [TestCase("ConnectionStrings:Redis: *expected is host:port*", "--ConnectionStrings:Redis=http://cache:6379?password=" + Password)]
    [TestCase("ConnectionStrings:Redis: *expected is host:port*", "--ConnectionStrings:Redis=password=" + Password)]
    [TestCase("ConnectionStrings:Redis: *names several servers*", "--ConnectionStrings:Redis=a:6379,b:6379,password=" + Password)]
    [TestCase("ConnectionStrings:Redis: *expected is host:port*", "--ConnectionStrings:Redis=a:6379,colour=" + Password)]
    [TestCase("ConnectionStrings:RabbitMq must look like amqp://user:password@host*", "--Messaging:Transport=RabbitMq")]
    [TestCase("ConnectionStrings:RabbitMq must look like amqp://user:password@host*", "--ConnectionStrings:RabbitMq=host=mq;password=" + Password)]
    [TestCase("ConnectionStrings:Hub is no connection string*", "--ConnectionStrings:Hub=server in the basement")]
    [TestCase("Data:MaxPoolSize = '5': *between 10 and 1000.", "--Data:MaxPoolSize=5")]
    [TestCase("*'many'*Data:MaxPoolSize*", "--Data:MaxPoolSize=many")]
    [TestCase("*'abc'*Render:LeaseSeconds*", "--Render:LeaseSeconds=abc")]
    [TestCase("Data:Folder = '': *", "--Data:Folder=")]
    [TestCase("Render:LeaseSeconds = '0': *between 2 and 60.", "--Render:LeaseSeconds=0")]
    [TestCase("Render:Worker:Concurrency = '99': *between 1 and 64.", "--Render:Worker:Concurrency=99")]
    [TestCase("Auth:Users:0:Role = 'king': must be one of viewer, operator, admin.", "--Auth:Users:0:Name=a", "--Auth:Users:0:Role=king", "--Auth:Users:0:Password=" + Password)]
    [TestCase("Auth:Users:0:PasswordHash, Auth:Users:0:Password: give one of the two*", "--Auth:Users:0:Name=a")]
    [TestCase("Auth:Users:0:PasswordHash: is no hash*", "--Auth:Users:0:Name=a", "--Auth:Users:0:PasswordHash=" + Password)]
    [TestCase("Auth:Users:0:Name = 'a:b': must have 1 to 64 characters and no colon.", "--Auth:Users:0:Name=a:b", "--Auth:Users:0:Password=" + Password)]
    [TestCase("Auth:Users, Auth:ApiKeys: the name 'A' is given to 2 logins*", "--Auth:Users:0:Name=A", "--Auth:Users:0:Password=" + Password, "--Auth:ApiKeys:0:Name=a", "--Auth:ApiKeys:0:Key=" + Password)]
    [TestCase("Auth:ApiKeys:0:Key: must have at least 20 characters.", "--Auth:ApiKeys:0:Name=a", "--Auth:ApiKeys:0:Key=too-short")]
    [TestCase("Urls = 'http://0.0.0.0:8080' can be reached from other machines*Auth:Users*", "--Urls=http://0.0.0.0:8080")]
    [TestCase("Urls = 'http://*:8080' can be reached*", "--Urls=http://127.0.0.1:8080;http://*:8080")]
    [TestCase("Kestrel:Endpoints:Lan:Url = 'http://10.1.2.3:80' can be reached*", "--Kestrel:Endpoints:Lan:Url=http://10.1.2.3:80")]
    [TestCase("Urls = 'eight' is no address to listen on.*", "--Urls=eight")]
    public async Task A_bad_setting_stops_the_start_with_one_line_that_names_it(string expected, params string[] settings)
    {
        var lines = await FailAsync(settings);

        lines.Should().ContainSingle().Which.Should().Match(expected).And.NotContain(Password);
    }

    [Test]
    public async Task All_bad_settings_are_named_at_once()
        => (await FailAsync("--Data:MaxPoolSize=5", "--Render:LeaseSeconds=0")).Should().HaveCount(2);

    [TestCase("ConnectionStrings:Hub: a host that only renders needs the database of the hub *", "--ConnectionStrings:RabbitMq=amqp://queue.example")]
    [TestCase("ConnectionStrings:Redis: a host that only renders gets its work through the broker *", "--ConnectionStrings:Hub=Host=db.example")]
    public async Task A_host_that_only_renders_must_know_whom_it_renders_for(string expected, params string[] settings)
        => (await FailAsync([.. HubModules.WorkerOnly.Select(setting => $"--{setting.Key}={setting.Value}"), .. settings]))
            .Should().ContainSingle().Which.Should().Match(expected);

    [Test]
    public async Task An_address_in_use_is_named_and_what_had_started_ends()
    {
        await using var first = await RunningHub.StartAsync([]);
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await using var second = HubApplication.Build([.. RunningHub.SettingsFor(database, first.DataFolder), $"--Urls={first.Address}"]);

        var failure = (await second.Invoking(hub => hub.StartAsync(CancellationToken.None)).Should().ThrowAsync<IOException>()).Which;

        StartFailure.Explain(failure).Should().ContainSingle().Which.Should().StartWith("Urls: ").And.Contain("address already in use");
        second.Web.Lifetime.ApplicationStopped.IsCancellationRequested.Should().BeTrue();
    }

    private static async Task<IReadOnlyList<string>> FailAsync(params string[] settings)
    {
        try
        {
            await using var hub = HubApplication.Build(settings);
            await hub.PrepareAsync(CancellationToken.None);
        }
        catch (Exception exception)
        {
            return StartFailure.Explain(exception);
        }

        throw new AssertionException($"The hub took {string.Join(' ', settings)}.");
    }
}
