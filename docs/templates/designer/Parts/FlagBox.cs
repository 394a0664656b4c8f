using TemplateDesigner.Lottie;

namespace TemplateDesigner.Parts;

/// <summary>Flags are 4 : 3 everywhere.</summary>
internal static class FlagBox
{
    /// <summary>Beside a name in a lower third.</summary>
    public static readonly ImageBox Large = new(64, 48);

    /// <summary>In a row.</summary>
    public static readonly ImageBox Small = new(44, 33);
}
