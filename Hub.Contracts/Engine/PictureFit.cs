namespace Hub.Contracts.Engine;

/// <summary>How a picture meets a box of another shape.</summary>
public enum PictureFit
{
    /// <summary>Fills the box; what is too much is cut off evenly.</summary>
    Cover = 0,

    /// <summary>Shows the whole picture in the middle of the box.</summary>
    Contain = 1,
}
