using System.Text.Json;

namespace Hub.Modules.FeatureTable.ListHands;

/// <summary>A hand with everything that is stored of it.</summary>
internal sealed record HandDetail
{
    public required HandSummary Hand { get; init; }

    public int? Revision { get; init; }

    public bool? WasPlayed { get; init; }

    public long? SmallBlind { get; init; }

    public long? BigBlind { get; init; }

    public long? Ante { get; init; }

    public int? ButtonSeat { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public required JsonElement Players { get; init; }

    public required JsonElement Actions { get; init; }

    public required JsonElement Warnings { get; init; }
}
