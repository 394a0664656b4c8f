using Hub.Contracts.FeatureTable;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>Corrects exported names and says what is known of their bearers. A picture at one moment; pure.</summary>
internal sealed class PlayerBook(IReadOnlyDictionary<string, string> corrections, IReadOnlyDictionary<string, PlayerEntry> entries)
{
    public static readonly PlayerBook Empty = new(new Dictionary<string, string>(), new Dictionary<string, PlayerEntry>());

    /// <summary>The name as corrected by a person, or as exported.</summary>
    public string Corrected(string exportedName) => corrections.GetValueOrDefault(exportedName, exportedName);

    /// <summary>What is known of the player with this name, corrected or as exported; null for a stranger.</summary>
    public PlayerEntry? Find(string name) => entries.GetValueOrDefault(Corrected(name));

    /// <summary>What is known of a player of a hand: the full name counts before the display name.</summary>
    public PlayerEntry? Find(HandPlayer player) => Find(player.LongName) ?? Find(player.Name);
}
