namespace Hub.Host.Commands.Demo.Once;

/// <summary>A clip of the run and who made it.</summary>
/// <param name="Worker">Machine and process.</param>
/// <param name="File">Name of the clip's file.</param>
internal sealed record MadeClip(string Worker, string File);
