// Writes the hub's own template packages.
// Usage: dotnet run --project docs/templates/designer -- Hub.Host/Templates
using TemplateDesigner;
using TemplateDesigner.Packaging;

if (args is not [var folder])
{
    Console.Error.WriteLine("Say where the template packages are: dotnet run --project docs/templates/designer -- Hub.Host/Templates");
    return 1;
}

foreach (var package in ShippedPackages.All)
{
    var home = Directory.CreateDirectory(Path.Combine(folder, package.Folder)).FullName;
    foreach (var (name, content) in PackageFiles.Of(package)) await File.WriteAllTextAsync(Path.Combine(home, name), content);
    Console.WriteLine(home);
}

return 0;
