namespace Hub.Adapters.Messaging.Redis;

/// <summary>Something about the server that its owner should know.</summary>
/// <param name="IsFatal">The bus does not start on such a server.</param>
/// <param name="Text">What is wrong and what to do, for people.</param>
public sealed record ServerFinding(bool IsFatal, string Text);
