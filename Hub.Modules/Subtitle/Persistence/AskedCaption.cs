namespace Hub.Modules.Subtitle.Persistence;

/// <summary>A caption that a person has asked for: who, when, and for which time.</summary>
internal sealed class AskedCaption
{
    public long Id { get; init; }

    public required string Template { get; init; }

    public required string TriggerId { get; init; }

    public required string Subject { get; init; }

    /// <summary>0 for the first time, growing each time the same is asked for again.</summary>
    public required int RequestNo { get; init; }

    public required string AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Names the request, so that a repeat of it asks for nothing new; null where the caller gave none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>SHA-256 of what was asked for, in hexadecimal: one key must not stand for two requests.</summary>
    public required string Fingerprint { get; init; }
}
