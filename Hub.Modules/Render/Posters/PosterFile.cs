using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hub.Contracts.Engine;

namespace Hub.Modules.Render.Posters;

/// <summary>
/// A poster's name: the instruction, and a mark of everything the picture depends on. A text that was corrected, or a template of a newer
/// version, has another name, so an old picture is never taken for the new one.
/// </summary>
internal static class PosterFile
{
    private const int MarkLength = 16;

    public static string NameOf(int instructionId, int templateVersion, RenderClip clip)
    {
        var content = new StringBuilder();
        content.Append(CultureInfo.InvariantCulture, $"{clip.CompositionFile}\n{templateVersion}\n{clip.Width}\n{clip.Height}\n");
        content.AppendJoin('\n', clip.Texts.Select(text => $"{text.Layer}\t{text.Text}"));
        content.AppendJoin('\n', clip.Images.Select(image => $"{image.Layer}\t{image.File}"));
        content.AppendJoin('\n', clip.HiddenLayers.Order(StringComparer.Ordinal));
        var mark = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..MarkLength];
        return string.Create(CultureInfo.InvariantCulture, $"{instructionId}-{mark}.png");
    }

    /// <returns>The instruction a file belongs to; null when it is no poster.</returns>
    public static int? InstructionOf(string fileName)
        => fileName.Split('-') is [var id, { Length: > MarkLength }] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var instruction) ? instruction : null;
}
