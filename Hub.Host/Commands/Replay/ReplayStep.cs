namespace Hub.Host.Commands.Replay;

/// <summary>One thing that happens to a file of a table's folder.</summary>
/// <param name="File">Path below the folder.</param>
/// <param name="Content">What is in the file from now on; null: it is only touched.</param>
/// <param name="Length">Bytes of <paramref name="Content"/> that are written before the rest follows in a step of its own; all in one go where null.</param>
/// <param name="EndsHand">The file now holds one more hand for good; the next one is played after this.</param>
internal sealed record ReplayStep(string File, ReadOnlyMemory<byte>? Content, int? Length = null, bool EndsHand = false);
