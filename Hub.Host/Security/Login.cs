namespace Hub.Host.Security;

/// <summary>Who was recognised.</summary>
internal sealed record Login(string Name, string Role);
