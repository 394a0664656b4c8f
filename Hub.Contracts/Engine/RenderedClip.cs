namespace Hub.Contracts.Engine;

/// <summary>What an engine made.</summary>
/// <param name="Frames">Frames in the file.</param>
public sealed record RenderedClip(int Frames);
