namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>One hand is well-formed JSON but makes no sense.</summary>
/// <param name="path">Where in the hand, e.g. <c>Players[2].PlayerNum</c>.</param>
/// <param name="reason">Why.</param>
internal sealed class ExportedHandException(string path, string reason) : Exception($"{path}: {reason}")
{
    public string Path => path;

    public string Reason => reason;
}
