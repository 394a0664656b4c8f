using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Hub.Modules.Render.Engines;

/// <summary>What a program prints, line by line. One that never ends its line must not fill the memory of whoever reads.</summary>
internal sealed class OutputLines(Stream output)
{
    private const int Longest = 1 << 20;

    private readonly PipeReader _output = PipeReader.Create(output);

    /// <returns>The next line, empty for one that is longer than any sensible one; null at the end.</returns>
    public async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var isTooLong = false;
        while (true)
        {
            var read = await _output.ReadAsync(cancellationToken);
            var bytes = read.Buffer;
            if (bytes.PositionOf((byte)'\n') is { } end)
            {
                var line = isTooLong ? "" : Encoding.UTF8.GetString(bytes.Slice(0, end)).TrimEnd('\r');
                _output.AdvanceTo(bytes.GetPosition(1, end));
                return line;
            }

            if (read.IsCompleted)
            {
                var rest = bytes.IsEmpty || isTooLong ? null : Encoding.UTF8.GetString(bytes);
                _output.AdvanceTo(bytes.End);
                return rest;
            }

            isTooLong |= bytes.Length > Longest;
            _output.AdvanceTo(isTooLong ? bytes.End : bytes.Start, bytes.End);
        }
    }
}
