using FluentAssertions;

namespace Hub.Tests.Architecture;

internal sealed class ProjectArrowsTests
{
    [Test]
    public void Every_project_reference_points_as_the_architecture_says()
    {
        var projects = ProjectFile.ReadAll();

        projects.Should().HaveCountGreaterThan(9, "an empty set of projects would satisfy any rule");
        ProjectArrows.Violations(projects).Should().BeEmpty();
    }

    [TestCase(ProjectLayer.Module, ProjectLayer.Module)]
    [TestCase(ProjectLayer.Module, ProjectLayer.Adapter)]
    [TestCase(ProjectLayer.Adapter, ProjectLayer.Module)]
    [TestCase(ProjectLayer.Adapter, ProjectLayer.Adapter)]
    [TestCase(ProjectLayer.Kernel, ProjectLayer.Module)]
    [TestCase(ProjectLayer.Contracts, ProjectLayer.Kernel)]
    [TestCase(ProjectLayer.Module, ProjectLayer.Host)]
    public void A_planted_forbidden_reference_is_found(ProjectLayer from, ProjectLayer to)
    {
        ProjectFile[] planted = [new("Planted.From", from, ["Planted.To"], []), new("Planted.To", to, [], [])];

        ProjectArrows.Violations(planted).Should().ContainSingle().Which.Should().Be("Planted.From references Planted.To");
    }

    [Test]
    public void A_package_in_the_contracts_is_found()
    {
        ProjectFile[] planted = [new("Planted.Contracts", ProjectLayer.Contracts, [], ["MassTransit"])];

        ProjectArrows.Violations(planted).Should().ContainSingle();
    }
}
