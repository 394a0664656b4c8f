using System.Text.Json;
using FluentAssertions;
using Hub.Host.Commands.Demo;
using Hub.Host.Commands.Demo.Live;
using Hub.Tests.Support.Sessions;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Commands.Demo;

internal sealed class TablePlayerTests
{
    private string _folder = "";

    private string Target => Path.Combine(_folder, "played");

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("hub-demo-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    [CancelAfter(60_000)]
    public async Task A_table_is_played_hand_by_hand_each_time_into_the_whole_file(CancellationToken cancellationToken)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var heard = new List<(int Hands, DateTimeOffset At)>();
        await using var output = new Announcements(() => heard.Add((HandsInFile(), clock.GetUtcNow())));
        var playing = Player("table", PgfxText.File(SessionGenerator.Generate(SampleSessions.FinalTable).After(3)), clock, output).PlayAsync(TimeSpan.Zero, cancellationToken);

        while (!playing.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await playing;
        heard.Select(each => each.Hands).Should().Equal(1, 2, 3, 3);
        heard.Zip(heard.Skip(1), (one, next) => next.At - one.At).Should().OnlyContain(pause => pause >= TimeSpan.FromSeconds(7));
    }

    [Test]
    public async Task A_bad_file_is_put_there_as_it_is()
    {
        await Player("table", "{\"Hands\":[", TimeProvider.System, TextWriter.Null).PlayAsync(TimeSpan.Zero, CancellationToken.None);

        (await File.ReadAllTextAsync(Directory.GetFiles(Target, "*", SearchOption.AllDirectories).Single())).Should().Be("{\"Hands\":[");
    }

    private TablePlayer Player(string table, string export, TimeProvider clock, TextWriter output)
    {
        var source = Path.Combine(_folder, table);
        Directory.CreateDirectory(source);
        File.WriteAllText(Path.Combine(source, "PGFX_live_data_export GameID=1.json"), export);
        return new TablePlayer(new DemoTable(table, source), Target, clock, output);
    }

    private int HandsInFile()
        => JsonSerializer.Deserialize<PgfxSession>(File.ReadAllText(Directory.GetFiles(Target, "*", SearchOption.AllDirectories).Single()))!.Hands.Count;

    /// <summary>What is said about each hand, once its file is written.</summary>
    private sealed class Announcements(Action heard) : StringWriter
    {
        public override Task WriteLineAsync(string? value)
        {
            heard();
            return Task.CompletedTask;
        }
    }
}
