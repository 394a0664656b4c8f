namespace Hub.Tests.Compliance.Transport.Messages;

public sealed record PotUnknown(int Pot);
