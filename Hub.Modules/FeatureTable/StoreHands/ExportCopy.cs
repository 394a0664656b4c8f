using Hub.Modules.FeatureTable.Domain.Hands;
using Hub.Modules.FeatureTable.Persistence;
using Hub.Modules.FeatureTable.ReadExport;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>A copy of a session's export, as it was found in a folder.</summary>
internal sealed record ExportCopy
{
    /// <summary>What captions call the table.</summary>
    public required string TableName { get; init; }

    /// <summary>What the copy holds.</summary>
    public required ExportedSession Export { get; init; }

    /// <summary>Time of the file's last change, in UTC ticks.</summary>
    public required long ModifiedTicks { get; init; }

    /// <summary>SHA-256 of the file, in hex.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Hash of what the file held when it was last dealt with; null when its hands were never all stored.</summary>
    public string? ReplacedHash { get; init; }

    /// <summary>All hands of the file had been stored once before, so what is new in it was written since.</summary>
    public bool FileWasKnown => ReplacedHash is not null;

    /// <summary>The hands that could be read.</summary>
    public IReadOnlySet<HandIdentity> Identities => field ??= Export.Hands.Select(hand => hand.Identity).ToHashSet();

    /// <summary>The session as this copy states it.</summary>
    public SessionRow ToSession() => new()
    {
        SessionId = Export.Id,
        Type = Export.Type,
        TableName = TableName,
        HandCount = Export.HandCount,
        LastStartTicks = Export.Hands.Count == 0 ? 0 : Export.Hands[^1].Identity.StartTicks,
        CopyModifiedTicks = ModifiedTicks,
        CopyHash = ContentHash,
    };
}
