using FluentAssertions;
using Hub.Host.Commands.Demo;
using Hub.Host.Startup;

namespace Hub.Tests.Commands.Demo;

internal sealed class DemoTableTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hub-demo-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Each_first_level_folder_is_a_table_but_the_one_with_tournament_files()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "Feature Table 2", "2026-09-12"));
        Directory.CreateDirectory(Path.Combine(_folder, "Feature Table 1"));
        Directory.CreateDirectory(Path.Combine(_folder, "CSV"));

        DemoTable.Find(_folder).Select(t => t.Name).Should().Equal("Feature Table 1", "Feature Table 2");
    }

    [Test]
    public void A_source_without_tables_is_refused_with_the_shape_it_should_have()
        => FluentActions.Invoking(() => DemoTable.Find(_folder)).Should().Throw<HubStartException>().WithMessage("*<table>*PGFX*.json*");

    [Test]
    public void A_source_that_does_not_exist_is_named()
        => FluentActions.Invoking(() => DemoTable.Find(Path.Combine(_folder, "nowhere"))).Should().Throw<HubStartException>().WithMessage("*nowhere*");
}
