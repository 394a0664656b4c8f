namespace Hub.Modules.Subtitle.Captions;

/// <summary>A seat of a table.</summary>
/// <param name="TableKey"><see cref="NameKey"/> of the table's configured name.</param>
/// <param name="Seat">Seat, 1 and up.</param>
internal readonly record struct TableSeat(string TableKey, int Seat);
