using System.Text.Json;
using Hub.Modules.Render.Templates;

namespace Hub.Tests.Adapters.Lottie.Packages;

/// <summary>A template package that comes with the hub, and what it may be asked to show.</summary>
internal sealed class ShippedPackage
{
    private const string Folders = "templates";

    private readonly Dictionary<string, string> _usual;
    private readonly Dictionary<string, string> _longest;

    private ShippedPackage(string folder)
    {
        Template = TemplatePackageReader.Read(folder);
        _usual = Preview(folder, "preview.json");
        _longest = Preview(folder, "preview-longest.json");
    }

    public static IEnumerable<string> Names
        => Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, Folders)).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    public static IEnumerable<string> NamesWithSlots => Names.Where(name => Read(name).Template.Description.Slots is not null);

    public RenderTemplate Template { get; }

    public static ShippedPackage Read(string name) => new(Path.Combine(AppContext.BaseDirectory, Folders, name));

    /// <summary>The values of a case: the package's own previews, or what is harder than both.</summary>
    public IReadOnlyDictionary<string, string> Fields(PackageCase kind) => kind switch
    {
        PackageCase.Usual => _usual,
        PackageCase.Longest => _longest,
        PackageCase.SixtyLetters => Named("ALEXANDRINA KONSTANTINOPOULOU VON HOHENZOLLERN-SIGMARINGEN I"),
        PackageCase.WideLetters => Named("WENDY MWANGI-WOJCIECHOWSKA-WHITMOMM"),
        PackageCase.Hangul => Named("남궁민수현"),
        PackageCase.Cyrillic => Named("АЛЕКСАНДР ВОРОНЦОВ-ДАШКОВ"),
        PackageCase.OneSlot => _usual.ToDictionary(field => field.Key, field => IsInLaterSlot(field.Key) ? "" : field.Value),
        PackageCase.NoFlags => _usual.ToDictionary(field => field.Key, field => FieldOf(field.Key) is "flag" ? "XX" : field.Value),
        PackageCase.OnlyRequired => _usual.ToDictionary(field => field.Key, field => IsRequired(field.Key) ? field.Value : ""),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static Dictionary<string, string> Preview(string folder, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file)));
        return document.RootElement.GetProperty("fields").EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString()!);
    }

    private static string FieldOf(string key) => key.StartsWith("slot", StringComparison.Ordinal) ? key.Split('_', 2)[1] : key;

    private static bool IsInLaterSlot(string key) => key.StartsWith("slot", StringComparison.Ordinal) && !key.StartsWith("slot1_", StringComparison.Ordinal);

    private bool IsRequired(string key) => !IsInLaterSlot(key) && Template.Description.Fields.Single(field => Is(field, key)).Required;

    private static bool Is(TemplateField field, string key) => key == (field.Slotted ? $"slot1_{field.Name}" : field.Name);

    private Dictionary<string, string> Named(string name)
        => _usual.ToDictionary(field => field.Key, field => FieldOf(field.Key) is "name" or "player_name" && field.Value.Length > 0 ? name : field.Value);
}
