using Hub.Contracts.Engine;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.AskForCaptions;

/// <summary>A demand that makes sense in itself; what it names may still not exist.</summary>
internal sealed record CheckedDemand
{
    public required IComposition Composition { get; init; }

    public long? SessionId { get; init; }

    public long? StartTicks { get; init; }

    public int? HandNumber { get; init; }

    public int? Seat { get; init; }

    public string? Player { get; init; }

    public string? EventCode { get; init; }

    public required CaptionOptions Options { get; init; }

    public required int Priority { get; init; }

    public DateTimeOffset? NeededAt { get; init; }

    public required ClipFormat Format { get; init; }
}
