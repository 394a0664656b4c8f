namespace Hub.Modules.Render.Engines;

/// <summary>The process of an engine ended in the middle of its work.</summary>
internal sealed class EngineEndedException(string message, Exception? innerException) : Exception(message, innerException);
