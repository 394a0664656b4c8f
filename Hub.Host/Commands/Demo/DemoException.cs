namespace Hub.Host.Commands.Demo;

/// <summary>The demo cannot start; the message says what to do, and is all the user gets to see.</summary>
internal sealed class DemoException(string message) : Exception(message);
