namespace TemplateDesigner.Lottie;

/// <summary>Where a line of text lies about its position; the numbers are Lottie's.</summary>
internal enum Align
{
    Left = 0,
    Right = 1,
    Centre = 2,
}
