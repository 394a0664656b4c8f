using Hub.Tests.Support;

namespace Hub.Tests;

/// <summary>In the root namespace, so that it encloses every test of the run.</summary>
[SetUpFixture]
internal sealed class TestPostgresLifetime
{
    [OneTimeTearDown]
    public Task StopAsync() => TestPostgres.StopAsync();
}
