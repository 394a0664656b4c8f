namespace Hub.Modules.Subtitle.Players.Import;

/// <summary>A file of players that cannot be used at all.</summary>
internal sealed class PlayerFileException(string message) : Exception(message);
