using Hub.Modules.Render.Templates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Render;

/// <summary>Where templates lie and clips go, as absolute paths.</summary>
internal sealed class RenderFolders
{
    public RenderFolders(IOptions<RenderOptions> options, IConfiguration configuration)
    {
        var data = Path.GetFullPath(configuration["Data:Folder"] ?? "data");
        Templates = Path.GetFullPath(options.Value.TemplateFolder ?? Path.Combine(AppContext.BaseDirectory, "templates"));
        Clips = Path.GetFullPath(options.Value.OutputFolder ?? Path.Combine(data, "clips"));
        Pictures = new PictureFolders(
            Path.GetFullPath(options.Value.PictureFolder ?? Path.Combine(data, "pictures")),
            options.Value.FlagFolders.Count > 0 ? [.. options.Value.FlagFolders.Select(Path.GetFullPath)] : PictureFolders.SystemFlags);
        Previews = Path.Combine(data, "previews");
        Posters = Path.Combine(data, "posters");
        OutputRoots = [Clips, .. options.Value.OutputRoots.Select(Path.GetFullPath)];
    }

    public string Templates { get; }

    /// <summary>Where the pictures of fields are looked for.</summary>
    public PictureFolders Pictures { get; }

    /// <summary>Clips under their own names.</summary>
    public string Clips { get; }

    /// <summary>Small copies that a browser can play.</summary>
    public string Previews { get; }

    /// <summary>Still pictures of instructions.</summary>
    public string Posters { get; }

    /// <summary>Folders below which a request may ask for a copy.</summary>
    public IReadOnlyList<string> OutputRoots { get; }

    public bool IsBelowOutputRoot(string path)
        => OutputRoots.Any(root => path.StartsWith(Path.TrimEndingDirectorySeparator(root) + Path.DirectorySeparatorChar, StringComparison.Ordinal));
}
