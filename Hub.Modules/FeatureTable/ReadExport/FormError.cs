namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>A value in a hand that is not of the form that exports have.</summary>
/// <param name="Offset">Of the value within the hand, in bytes.</param>
/// <param name="Path">Where in the hand, e.g. <c>Players[2].PlayerNum</c>; empty for the hand itself.</param>
/// <param name="Reason">Why, in the terms of the file.</param>
internal sealed record FormError(int Offset, string Path, string Reason);
