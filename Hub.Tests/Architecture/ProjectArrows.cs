namespace Hub.Tests.Architecture;

/// <summary>The rule of ADR 0001 on project references: Contracts ← Kernel ← Modules, Kernel ← Adapters, Host → all.</summary>
internal static class ProjectArrows
{
    private static readonly Dictionary<ProjectLayer, ProjectLayer[]> Allowed = new()
    {
        [ProjectLayer.Contracts] = [],
        [ProjectLayer.Kernel] = [ProjectLayer.Contracts],
        [ProjectLayer.Module] = [ProjectLayer.Kernel, ProjectLayer.Contracts],
        [ProjectLayer.Adapter] = [ProjectLayer.Kernel, ProjectLayer.Contracts],
        [ProjectLayer.Host] = [ProjectLayer.Contracts, ProjectLayer.Kernel, ProjectLayer.Module, ProjectLayer.Adapter],
        [ProjectLayer.Bench] = [ProjectLayer.Contracts, ProjectLayer.Kernel, ProjectLayer.Module, ProjectLayer.Adapter, ProjectLayer.Host],
        [ProjectLayer.Tests] = [ProjectLayer.Host, ProjectLayer.Tests, ProjectLayer.Tool, ProjectLayer.Adapter, ProjectLayer.Module, ProjectLayer.Kernel, ProjectLayer.Contracts],
    };

    public static IReadOnlyList<string> Violations(IReadOnlyList<ProjectFile> projects)
    {
        var layers = projects.ToDictionary(project => project.Name, project => project.Layer);
        return
        [
            .. projects.Where(project => project.Layer is ProjectLayer.Unknown).Select(project => $"{project.Name} stands nowhere in the tree"),
            .. from project in projects
               from reference in project.ProjectReferences
               // The host takes whole folders by wildcard; what stands in them is checked project by project.
               where !reference.Contains('*', StringComparison.Ordinal)
               where !Allowed.GetValueOrDefault(project.Layer, []).Contains(layers.GetValueOrDefault(reference))
               select $"{project.Name} references {reference}",
            .. projects.Where(project => project.Layer is ProjectLayer.Contracts && project.PackageReferences.Count > 0)
                .Select(project => $"{project.Name} references packages"),
        ];
    }
}
