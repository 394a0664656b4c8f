namespace TemplateDesigner.Look;

/// <summary>
/// Timing at 30 frames a second: 5 s, in within 1.4 s, out in under 1 s, nothing on the first and the last frame. Between
/// <see cref="HoldFrom"/> and <see cref="OutFrom"/> nothing moves; the marker <c>hold</c> says so, and clips of another length stand there.
/// </summary>
internal static class Pace
{
    public const int FramesPerSecond = 30;
    public const int Frames = 150;
    public const int HoldFrom = 42;
    public const int OutFrom = 126;

    /// <summary>A plate comes from behind its edge.</summary>
    public const int SlideIn = 16;
    public const int SlideOut = 11;

    /// <summary>Text follows its plate.</summary>
    public const int TextDelay = 6;
    public const int FadeIn = 10;

    /// <summary>The header leaves last.</summary>
    public const int HeaderOut = OutFrom + 11;

    private const int FirstRow = 3;
    private const double RowsIn = 16;
    private const double RowsOut = 8;

    /// <summary>Rows come in from the top, all within the same time however many they are.</summary>
    public static int RowIn(int row, int rows) => FirstRow + (int)Math.Round((row - 1) * RowsIn / Math.Max(rows - 1, 8));

    /// <summary>Rows leave from the bottom.</summary>
    public static int RowOut(int row, int rows) => OutFrom + (int)Math.Round((rows - row) * RowsOut / Math.Max(rows - 1, 8));
}
