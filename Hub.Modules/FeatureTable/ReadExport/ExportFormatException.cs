namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>A file as a whole is no readable export.</summary>
/// <param name="problem">Where and why.</param>
/// <param name="mayBeTorn">The JSON breaks off or is garbled: the file may still be being written.</param>
internal sealed class ExportFormatException(ExportProblem problem, bool mayBeTorn) : Exception(problem.ToString())
{
    public ExportProblem Problem => problem;

    public bool MayBeTorn => mayBeTorn;
}
