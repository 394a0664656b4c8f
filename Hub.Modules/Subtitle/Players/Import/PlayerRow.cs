namespace Hub.Modules.Subtitle.Players.Import;

/// <summary>A row of a file of players, by column. Empty cells are left out: they say nothing.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Cells">Known columns and what they hold, trimmed.</param>
internal sealed record PlayerRow(int Line, IReadOnlyDictionary<string, string> Cells)
{
    public string Name => Cells.GetValueOrDefault(PlayerColumns.Name, "");
}
