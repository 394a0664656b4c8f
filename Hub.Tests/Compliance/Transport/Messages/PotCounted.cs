namespace Hub.Tests.Compliance.Transport.Messages;

public sealed record PotCounted(int Pot, long Chips);
