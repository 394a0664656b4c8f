using Hub.Host.Startup;

namespace Hub.Host.Commands.Demo;

/// <summary>A table of the demo: a folder of exports and what the table is called.</summary>
internal sealed record DemoTable(string Name, string Folder)
{
    /// <summary>Folder beside the tables with the files of WSOP+.</summary>
    public const string TournamentFiles = "CSV";

    /// <summary>Each folder directly below <paramref name="source"/> is a table, called as the folder is.</summary>
    /// <exception cref="HubStartException">There is no such folder, or nothing in it.</exception>
    public static IReadOnlyList<DemoTable> Find(string source)
    {
        if (!Directory.Exists(source))
            throw new HubStartException($"There is no folder {source}.");

        DemoTable[] tables = [.. Directory.EnumerateDirectories(source).Order(StringComparer.Ordinal).Select(d => new DemoTable(Path.GetFileName(d), d)).Where(table => table.Name != TournamentFiles)];
        return tables.Length > 0
            ? tables
            : throw new HubStartException($"No table in {source}: exports are expected as {Path.Combine(source, "<table>", "…", "PGFX*.json")}.");
    }
}
