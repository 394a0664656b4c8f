namespace Hub.Tests.Compliance.Transport.Messages;

/// <summary>Base class of a message.</summary>
public record TableEvent(int Number);
