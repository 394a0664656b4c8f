namespace Hub.Modules.Subtitle.Captions;

/// <summary>The texts of a caption could not be written.</summary>
internal sealed class CaptionException(string message, Exception? innerException = null) : Exception(message, innerException);
