namespace Hub.Host.Commands.Demo.Once;

/// <summary>Captions of one composition.</summary>
internal sealed record TemplateCount(string Template, long Instructions, long Completed);
