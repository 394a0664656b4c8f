using System.Text;
using FluentAssertions;
using Hub.Modules.Render.Engines;

namespace Hub.Tests.Render.Engines;

internal sealed class OutputLinesTests
{
    [Test]
    public async Task Lines_come_one_by_one_and_the_last_needs_no_end()
        => (await ReadAsync("one\r\n\ntwo\n칩 카운트")).Should().Equal("one", "", "two", "칩 카운트");

    [Test]
    public async Task A_line_without_end_is_passed_over_and_never_kept()
        => (await ReadAsync($"{new string('x', 5 << 20)}\nready\n{new string('y', 5 << 20)}")).Should().Equal("", "ready");

    private static async Task<List<string>> ReadAsync(string output)
    {
        var lines = new OutputLines(new MemoryStream(Encoding.UTF8.GetBytes(output)));
        var read = new List<string>();
        while (await lines.ReadAsync(CancellationToken.None) is { } line)
        {
            read.Add(line);
        }

        return read;
    }
}
