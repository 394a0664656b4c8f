namespace Hub.Host.Startup;

/// <summary>The hub cannot start. The message names the setting or part and what to do, and is all that the operator gets to see.</summary>
internal sealed class HubStartException(string message, Exception? innerException = null) : Exception(message, innerException);
