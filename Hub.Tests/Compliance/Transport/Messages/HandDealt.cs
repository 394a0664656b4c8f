namespace Hub.Tests.Compliance.Transport.Messages;

/// <summary>The ordinary message of these specs.</summary>
public sealed record HandDealt(int Number, string Note = "");
