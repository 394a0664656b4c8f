namespace Hub.Modules.Subtitle.Players.Import;

/// <summary>Why a row, or a part of the file, was left out.</summary>
/// <param name="Line">Line of the file, 1 and up.</param>
/// <param name="Column">Column as in the header; null for the whole row.</param>
/// <param name="Reason">In words.</param>
internal sealed record ImportProblem(int Line, string? Column, string Reason);
