namespace Hub.Contracts.Engine;

/// <summary>What file an engine writes.</summary>
public enum ClipFormat
{
    /// <summary>QuickTime Animation (qtrle), RGBA with straight alpha, in a .mov.</summary>
    MovAlpha = 0,

    /// <summary>Apple ProRes 4444 with straight alpha, in a .mov.</summary>
    ProRes4444 = 1,

    /// <summary>One PNG with straight alpha for each frame, in a folder.</summary>
    PngSequence = 2,

    /// <summary>H.264 without alpha, composited over black, in a .mp4.</summary>
    Mp4 = 3,
}
