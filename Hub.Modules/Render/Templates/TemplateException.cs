namespace Hub.Modules.Render.Templates;

/// <summary>A template package cannot be used; the message says what is wrong and what to do.</summary>
internal sealed class TemplateException(string message, Exception? innerException = null) : Exception(message, innerException);
