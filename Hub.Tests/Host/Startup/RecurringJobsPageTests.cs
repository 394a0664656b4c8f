using FluentAssertions;
using Hub.Host;
using Hub.Modules.Kernel;
using Hub.Tests.Architecture;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Host.Startup;

/// <summary>The recurring jobs of the whole hub, against what is promised of them and what docs/design/timers.md says.</summary>
internal sealed class RecurringJobsPageTests
{
    private (string Name, TimeSpan Interval)[] _jobs = null!;
    private string[] _prefixes = null!;
    private string _page = null!;

    [OneTimeSetUp]
    public async Task ReadAsync()
    {
        await using var hub = HubApplication.Build(["--ConnectionStrings:Hub=Host=nowhere.invalid"]);
        await using var scope = hub.Web.Services.CreateAsyncScope();
        _jobs = [.. scope.ServiceProvider.GetServices<IRecurringJob>().Select(job => (job.Name, job.Interval))];
        _prefixes = [.. scope.ServiceProvider.GetRequiredService<IReadOnlyList<IHubModule>>().Select(module => module.EndpointPrefix), "messaging-"];
        _page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "design", "timers.md"));
    }

    [Test]
    public void Each_has_a_name_of_its_own_that_says_whose_it_is()
        => _jobs.Select(job => job.Name).Should().HaveCountGreaterThan(2).And.OnlyHaveUniqueItems()
            .And.OnlyContain(name => _prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal)));

    [Test]
    public void None_runs_more_often_than_once_a_second()
        => _jobs.Should().OnlyContain(job => job.Interval >= TimeSpan.FromSeconds(1));

    [Test]
    public void Each_has_a_row_in_the_handbook()
        => _jobs.Should().OnlyContain(job => _page.Contains($"| `{job.Name}` |", StringComparison.Ordinal));
}
