using Hub.Adapters.Rendering.Lottie.Fonts;
using Hub.Contracts.Engine;
using Hub.Modules.Kernel.SelfChecks;
using Microsoft.Extensions.Options;

namespace Hub.Adapters.Rendering.Lottie.SelfChecks;

/// <summary>There are fonts for the scripts that players' names come in.</summary>
internal sealed class FontCheck(FontLibrary fonts, FontIndex index, IOptions<FontOptions> options) : ISelfCheck
{
    private static readonly FontStyle Regular = FontStyle.Parse("Regular");
    private static readonly (string Script, string Sample)[] Scripts = [("Latin", "Żé"), ("Cyrillic", "Жя"), ("Greek", "Ωή"), ("Hangul", "홍길")];

    private IReadOnlyList<string> Families => options.Value.Fallbacks.Count > 0 ? [.. options.Value.Fallbacks] : SystemFonts.Fallbacks;

    public string Name => "fonts";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var installed = Families.Where(family => index.Find(family, Regular) is not null).ToList();
        if (installed.Count == 0)
            return Task.FromResult<IReadOnlyList<Finding>>([Finding.Problem($"None of the fonts {string.Join(", ", Families)} is installed in {string.Join(", ", index.Folders)}", "Install Roboto, Noto Sans and Nanum, or set Fonts:Folders and Fonts:Fallbacks.")]);

        var preferred = fonts.Open(installed[0], Regular, Name);
        return Task.FromResult<IReadOnlyList<Finding>>(
            [Finding.Ok($"Fonts: {string.Join(", ", installed)}"), .. Scripts.Where(script => !CanDraw(script.Sample, preferred)).Select(script => Finding.Warning($"No font has {script.Script} letters", $"Install one and add its family to Fonts:Fallbacks; until then names in {script.Script} letters are refused."))]);
    }

    private bool CanDraw(string sample, FontFace preferred)
    {
        try
        {
            foreach (var rune in sample.EnumerateRunes())
                fonts.For(rune, preferred, Regular, Name);
            return true;
        }
        catch (RenderEngineException)
        {
            return false;
        }
    }
}
