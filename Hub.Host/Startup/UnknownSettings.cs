using System.Collections;
using System.Reflection;
using Hub.Modules.Kernel;

namespace Hub.Host.Startup;

/// <summary>
/// Finds keys in the hub's own sections that nothing reads: most likely a misspelling, which would otherwise leave the default in
/// force without a word.
/// </summary>
internal static class UnknownSettings
{
    /// <summary>Whole keys, e.g. <c>Render:LeaseSecnds</c>.</summary>
    public static IReadOnlyList<string> Find(IConfiguration configuration, IReadOnlyCollection<OptionsSection> sections)
    {
        var roots = sections.Select(section => section.Name.Split(':')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. configuration.GetChildren()
                .Where(child => roots.Contains(child.Key))
                .SelectMany(Leaves)
                .Where(key => !sections.Any(section => Knows(section, key.Split(':')))),
        ];
    }

    private static IEnumerable<string> Leaves(IConfigurationSection section)
        => section.GetChildren().Any() ? section.GetChildren().SelectMany(Leaves) : [section.Path];

    private static bool Knows(OptionsSection section, string[] key)
    {
        var name = section.Name.Split(':');
        return key.Length >= name.Length
            && name.Zip(key).All(pair => string.Equals(pair.First, pair.Second, StringComparison.OrdinalIgnoreCase))
            && Reaches(section.OptionsType, key.AsSpan(name.Length));
    }

    private static bool Reaches(Type type, ReadOnlySpan<string> rest)
    {
        if (rest.IsEmpty)
            return true;
        if (ItemType(type) is { } item)
            return Reaches(item, rest[1..]);

        var property = type.GetProperty(rest[0], BindingFlags.Instance | BindingFlags.Public | BindingFlags.IgnoreCase);
        return property is { CanWrite: true } && Reaches(property.PropertyType, rest[1..]);
    }

    /// <summary>What a list or dictionary holds; the key's next part is then an index or a name of the operator's choice.</summary>
    private static Type? ItemType(Type type)
        => type.IsArray ? type.GetElementType()
            : type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) ? type.GetGenericArguments()[^1]
            : null;
}
