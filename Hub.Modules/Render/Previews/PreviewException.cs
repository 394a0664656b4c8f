namespace Hub.Modules.Render.Previews;

/// <summary>A preview could not be made.</summary>
internal sealed class PreviewException(string message, Exception? innerException = null) : Exception(message, innerException);
