using FluentAssertions;
using Hub.Adapters.Persistence.Postgres;
using Hub.Tests.Architecture;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Hub.Tests.Compliance.Persistence;

/// <summary>Whoever changes a model adds the migration for it.</summary>
internal sealed class ModelDriftTests
{
    private static IEnumerable<Type> Factories
        => HubAssemblies.ModuleAssemblies.Append(typeof(OutboxOptions).Assembly)
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => typeof(IDesignTimeDbContextFactory<DbContext>).IsAssignableFrom(type))
            .OrderBy(type => type.Name, StringComparer.Ordinal);

    [Test]
    public void Every_context_is_looked_at()
        => Factories.Should().HaveCount(HubAssemblies.Modules.Select(module => module.DbContextType).OfType<Type>().Distinct().Count() + 1, "one for each module, and the messaging tables");

    [TestCaseSource(nameof(Factories))]
    public void The_migrations_of_a_context_make_its_model(Type factory)
    {
        using var context = ((IDesignTimeDbContextFactory<DbContext>)Activator.CreateInstance(factory)!).CreateDbContext([]);

        context.Database.HasPendingModelChanges().Should().BeFalse("what a migration does not make, no database has: dotnet ef migrations add, as in CONTRIBUTING.md");
    }
}
