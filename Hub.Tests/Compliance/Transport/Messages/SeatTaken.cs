namespace Hub.Tests.Compliance.Transport.Messages;

public sealed record SeatTaken(int Number, string Player) : TableEvent(Number), ISeatEvent;
