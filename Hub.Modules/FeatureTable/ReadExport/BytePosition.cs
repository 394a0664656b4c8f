namespace Hub.Modules.FeatureTable.ReadExport;

/// <summary>A place in a file as people count it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Byte">Within the line, from 1.</param>
internal readonly record struct BytePosition(long Line, long Byte)
{
    public static BytePosition Of(ReadOnlySpan<byte> file, int offset)
    {
        var before = file[..Math.Clamp(offset, 0, file.Length)];
        return new BytePosition(before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'));
    }

    /// <summary>Offset of a position that a JSON reader reported for <paramref name="part"/>, counting from 0 there.</summary>
    public static int OffsetIn(ReadOnlySpan<byte> part, long line, long byteInLine)
    {
        var offset = 0;
        for (; line > 0 && part[offset..].IndexOf((byte)'\n') is var end and >= 0; line--)
            offset += end + 1;

        return (int)Math.Min(offset + byteInLine, part.Length);
    }
}
