namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>One font in a file.</summary>
/// <param name="Path">Absolute path of the file.</param>
/// <param name="Index">Place in a collection (.ttc), else 0.</param>
/// <param name="Family">Family name as stored in the font.</param>
/// <param name="Style">Weight and slant.</param>
internal sealed record FontFile(string Path, int Index, string Family, FontStyle Style);
