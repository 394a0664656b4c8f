using System.Text.Json.Serialization;

namespace Hub.Host.Commands.Demo.Once;

/// <summary>What one run did; its JSON is the last line of <c>demo --once</c>.</summary>
internal sealed record RunResult
{
    [JsonPropertyName("hands")]
    public required long Hands { get; init; }

    [JsonPropertyName("instructions")]
    public long Instructions => Templates.Sum(t => t.Instructions);

    [JsonPropertyName("clips")]
    public required long Clips { get; init; }

    /// <summary>Instructions that are not completed, for whatever reason.</summary>
    [JsonPropertyName("failed")]
    public long Failed => Templates.Sum(t => t.Instructions - t.Completed);

    [JsonPropertyName("seconds")]
    public required double Seconds { get; init; }

    [JsonIgnore]
    public required IReadOnlyList<TemplateCount> Templates { get; init; }
}
