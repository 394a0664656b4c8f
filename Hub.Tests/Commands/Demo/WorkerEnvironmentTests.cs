using FluentAssertions;
using Hub.Host.Commands.Demo.Workers;
using Microsoft.Extensions.Configuration;

namespace Hub.Tests.Commands.Demo;

internal sealed class WorkerEnvironmentTests
{
    private const string Database = "Host=127.0.0.1;Password=secret";

    [Test]
    public void A_worker_has_the_worker_role_alone_and_the_hosts_database()
        => Of(["--Modules:Monitoring:Enabled=true", "--Urls=http://127.0.0.1:8080", "--ConnectionStrings:Hub="]).Should().Contain(new Dictionary<string, string?>
        {
            ["Modules__FeatureTable__Enabled"] = "false",
            ["Modules__Subtitle__Enabled"] = "false",
            ["Modules__Monitoring__Enabled"] = "false",
            ["Modules__Render__Enabled"] = "true",
            ["Render__Coordinator__Enabled"] = "false",
            ["Render__Worker__Enabled"] = "true",
            ["ConnectionStrings__Hub"] = Database,
            ["Urls"] = "http://127.0.0.1:0",
        });

    [Test]
    public void What_was_given_to_the_host_goes_for_its_workers()
        => Of(["--Data:Folder=/srv/hub", "--Render:StallSeconds", "20", "--Render:Worker:Concurrency=4"]).Should().Contain(new Dictionary<string, string?>
        {
            ["Data__Folder"] = "/srv/hub",
            ["Render__StallSeconds"] = "20",
            ["Render__Worker__Concurrency"] = "4",
        });

    [Test]
    public void Workers_share_the_cores_of_their_machine()
        => int.Parse(Of([], workers: 64)["Render__Worker__Concurrency"]!).Should().BeLessThan(int.Parse(Of([], workers: 1)["Render__Worker__Concurrency"]!)).And.BePositive();

    private static IReadOnlyDictionary<string, string?> Of(string[] settings, int workers = 2)
        => WorkerEnvironment.Of(new ConfigurationBuilder().AddCommandLine(settings).Build(), settings, Database, workers);
}
