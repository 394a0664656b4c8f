namespace Hub.Tests.Compliance.Transport.Messages;

public interface ISeatEvent
{
    int Number { get; }
}
