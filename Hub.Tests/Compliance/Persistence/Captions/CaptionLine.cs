namespace Hub.Tests.Compliance.Persistence.Captions;

internal sealed class CaptionLine
{
    public long Id { get; init; }

    public required string Text { get; init; }

    public Guid Subject { get; init; }
}
