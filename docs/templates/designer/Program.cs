// Writes the compositions of the hub's own template packages.
// Usage: dotnet run --project docs/templates/designer -- Hub.Host/Templates
using TemplateDesigner.Designs;
using TemplateDesigner.Lottie;

if (args is not [var folder])
{
    Console.Error.WriteLine("Say where the template packages are: dotnet run --project docs/templates/designer -- Hub.Host/Templates");
    return 1;
}

(string Slug, Func<Composition> Design)[] packages =
[
    ("main-mini-chip-count", MiniChipCount.Draw),
    ("feature-table-leaderboard", FeatureTableLeaderboard.Draw),
    ("elimination", Elimination.Draw),
    ("name", PlayerName.Draw),
];

foreach (var (slug, design) in packages)
{
    var file = Path.Combine(folder, slug, "composition.json");
    Directory.CreateDirectory(Path.GetDirectoryName(file)!);
    await File.WriteAllTextAsync(file, design().ToJson());
    Console.WriteLine(file);
}

return 0;
