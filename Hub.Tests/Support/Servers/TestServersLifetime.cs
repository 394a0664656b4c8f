using Hub.Tests.Support.Servers;

namespace Hub.Tests;

/// <summary>In the root namespace, so that it encloses every test of the run.</summary>
[SetUpFixture]
internal sealed class TestServersLifetime
{
    [OneTimeTearDown]
    public Task StopAsync() => Task.WhenAll(TestRabbitMq.StopAsync(), TestRedis.StopAsync());
}
