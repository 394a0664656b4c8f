using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Hub.Host.Messaging;

/// <summary>How messages travel.</summary>
internal sealed partial class MessagingOptions : IValidatableObject
{
    public const string SectionName = "Messaging";

    /// <summary>InMemory, Redis or RabbitMq; when not set, Redis if ConnectionStrings:Redis is given, else RabbitMq if its string is given, else InMemory.</summary>
    public string? Transport { get; set; }

    /// <summary>Begins the name of everything the hub keeps in Redis: hubs that share a server need different ones.</summary>
    public string Prefix { get; set; } = "hub";

    public static bool IsPrefix(string? text) => text is not null && PrefixPattern().IsMatch(text);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Transport) && !Enum.GetNames<TransportKind>().Contains(Transport, StringComparer.OrdinalIgnoreCase))
            yield return new($"must be one of {string.Join(", ", Enum.GetNames<TransportKind>())}.", [nameof(Transport)]);
        if (!IsPrefix(Prefix))
            yield return new("must be a letter, then up to 31 letters, digits and underscores.", [nameof(Prefix)]);
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{0,31}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrefixPattern();
}
