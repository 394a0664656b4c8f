namespace Hub.Modules.Render.Posters;

/// <summary>There can be no poster; the message says why.</summary>
internal sealed class PosterException(string message, Exception? innerException = null) : Exception(message, innerException);
