namespace Hub.Tests.Compliance.Transport.Messages;

/// <summary>A request; answered by <see cref="PotCounted"/> or <see cref="PotUnknown"/>.</summary>
public sealed record CountPot(int Pot);
