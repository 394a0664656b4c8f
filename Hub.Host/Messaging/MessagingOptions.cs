using System.ComponentModel.DataAnnotations;

namespace Hub.Host.Messaging;

/// <summary>How messages travel.</summary>
internal sealed class MessagingOptions : IValidatableObject
{
    public const string SectionName = "Messaging";

    /// <summary>InMemory or RabbitMq; when not set, RabbitMq if ConnectionStrings:RabbitMq is given, else InMemory.</summary>
    public string? Transport { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(Transport) && !Enum.GetNames<TransportKind>().Contains(Transport, StringComparer.OrdinalIgnoreCase))
            yield return new($"must be one of {string.Join(", ", Enum.GetNames<TransportKind>())}.", [nameof(Transport)]);
    }
}
