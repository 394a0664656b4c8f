using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>
/// Corrects exported names and says what is known of their bearers. A picture at one moment; pure. Names are compared by their
/// <see cref="NameKey"/>, so that capitals and stray blanks do not matter.
/// </summary>
/// <param name="corrections">Exported name → corrected name.</param>
/// <param name="entries">Full name → what is known.</param>
/// <param name="seats">Who sits where, for seats that are exported without a name.</param>
internal sealed class PlayerBook(
    IReadOnlyDictionary<string, string> corrections,
    IReadOnlyDictionary<string, PlayerEntry> entries,
    IReadOnlyDictionary<TableSeat, string>? seats = null)
{
    public static readonly PlayerBook Empty = new(new Dictionary<string, string>(), new Dictionary<string, PlayerEntry>());

    private readonly Dictionary<string, string> _corrections = ByKey(corrections);
    private readonly Dictionary<string, PlayerEntry> _entries = ByKey(entries);

    /// <summary>The name as corrected by a person, or as exported.</summary>
    public string Corrected(string exportedName) => _corrections.GetValueOrDefault(NameKey.Of(exportedName), exportedName);

    /// <summary>What is known of the player with this name, corrected or as exported; null for a stranger.</summary>
    public PlayerEntry? Find(string name) => _entries.GetValueOrDefault(NameKey.Of(Corrected(name)));

    /// <summary>What is known of a player of a hand: the full name counts before the display name.</summary>
    public PlayerEntry? Find(HandPlayer player) => Find(player.LongName) ?? Find(player.Name);

    /// <summary>The hand with the names of assigned seats where the export has none; names that were exported stay.</summary>
    public HandCaptured WithAssignedNames(HandCaptured hand)
        => seats is { Count: > 0 } && hand.Players.Any(player => AssignedName(hand, player) is not null)
            ? hand with { Players = [.. hand.Players.Select(player => AssignedName(hand, player) is { } name ? player with { Name = name } : player)] }
            : hand;

    private string? AssignedName(HandCaptured hand, HandPlayer player)
        => string.IsNullOrWhiteSpace(player.Name) && string.IsNullOrWhiteSpace(player.LongName)
            ? seats?.GetValueOrDefault(new TableSeat(NameKey.Of(hand.TableName), player.Seat))
            : null;

    private static Dictionary<string, TValue> ByKey<TValue>(IReadOnlyDictionary<string, TValue> byName)
        => byName.ToDictionary(each => NameKey.Of(each.Key), each => each.Value, StringComparer.Ordinal);
}
