namespace Hub.Contracts.Engine;

/// <summary>What file an engine writes.</summary>
public enum ClipFormat
{
    /// <summary>QuickTime Animation (qtrle), RGBA with straight alpha, in a .mov.</summary>
    MovAlpha = 0,
}
