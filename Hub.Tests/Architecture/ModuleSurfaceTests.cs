using FluentAssertions;
using Hub.Modules.Kernel;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Hub.Tests.Architecture;

internal sealed class ModuleSurfaceTests
{
    [TestCaseSource(typeof(HubAssemblies), nameof(HubAssemblies.Modules))]
    public void A_module_shows_nothing_but_itself(IHubModule module)
        => PublicTypes(module.GetType().Assembly.GetExportedTypes()).Should().Equal(module.GetType());

    [Test]
    public void A_second_public_type_would_be_seen()
        => PublicTypes([typeof(ModuleSurfaceTests), typeof(Page<int>)]).Should().HaveCount(2);

    [Test]
    public void The_kernel_stays_small_and_free_of_domain_words()
    {
        string[] domainWords = ["Hand", "Caption", "Clip", "Tournament", "Template", "Player", "Poker", "Render"];
        var files = RepositoryRoot.SourceFiles("Hub.Modules", "Kernel").ToList();

        // 20 until modules came to have jobs that run on one host of all.
        files.Should().NotBeEmpty().And.HaveCountLessThanOrEqualTo(24);
        HubAssemblies.Kernel.GetExportedTypes().Select(type => type.Name)
            .Should().NotContain(name => domainWords.Any(word => name.Contains(word, StringComparison.Ordinal)));
    }

    [Test]
    public void The_contracts_depend_on_the_framework_alone()
        => HubAssemblies.Contracts.GetReferencedAssemblies().Select(assembly => assembly.Name)
            .Should().NotBeEmpty().And.OnlyContain(name => name!.StartsWith("System.", StringComparison.Ordinal));

    // Migrations and model snapshots are generated public; nobody outside can use them for anything.
    private static IEnumerable<Type> PublicTypes(IEnumerable<Type> exported)
        => exported.Where(type => !typeof(Migration).IsAssignableFrom(type) && !typeof(ModelSnapshot).IsAssignableFrom(type));
}
