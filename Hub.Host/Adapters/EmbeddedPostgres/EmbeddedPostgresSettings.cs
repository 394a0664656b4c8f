namespace Hub.Adapters.EmbeddedPostgres;

/// <summary>What a private PostgreSQL needs to know.</summary>
/// <param name="DataFolder">Absolute path; made when it does not exist.</param>
/// <param name="BinariesFolder">Folder with initdb and postgres, or null to look for it.</param>
public sealed record EmbeddedPostgresSettings(string DataFolder, string? BinariesFolder);
