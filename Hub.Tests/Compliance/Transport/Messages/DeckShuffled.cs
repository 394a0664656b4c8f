namespace Hub.Tests.Compliance.Transport.Messages;

/// <summary>A message that says nothing but that it is there.</summary>
public sealed record DeckShuffled;
