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
    [CancelAfter(30_000)]
    public async Task A_table_is_played_hand_by_hand_each_time_into_the_whole_file(CancellationToken cancellationToken)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2027, 1, 1, 12, 0, 0, TimeSpan.Zero));
        var playing = Player("table", PgfxText.File(SessionGenerator.Generate(SampleSessions.FinalTable).After(3)), clock).PlayAsync(TimeSpan.Zero, cancellationToken);

        for (var hand = 1; hand <= 3; hand++)
        {
            await HandsInFileAsync(hand, cancellationToken);
            clock.Advance(TimeSpan.FromSeconds(7));
        }

        await playing;
    }

    [Test]
    public async Task A_bad_file_is_put_there_as_it_is()
    {
        await Player("table", "{\"Hands\":[", TimeProvider.System).PlayAsync(TimeSpan.Zero, CancellationToken.None);

        (await File.ReadAllTextAsync(Directory.GetFiles(Target, "*", SearchOption.AllDirectories).Single())).Should().Be("{\"Hands\":[");
    }

    private TablePlayer Player(string table, string export, TimeProvider clock)
    {
        var source = Path.Combine(_folder, table);
        Directory.CreateDirectory(source);
        File.WriteAllText(Path.Combine(source, "PGFX_live_data_export GameID=1.json"), export);
        return new TablePlayer(new DemoTable(table, source), Target, clock, TextWriter.Null);
    }

    private async Task HandsInFileAsync(int count, CancellationToken cancellationToken)
    {
        while (Directory.Exists(Target) is false || Read() != count)
            await Task.Delay(10, cancellationToken);
    }

    private int Read()
    {
        try
        {
            var file = Directory.GetFiles(Target, "*", SearchOption.AllDirectories).Single();
            return JsonSerializer.Deserialize<PgfxSession>(File.ReadAllText(file))!.Hands.Count;
        }
        catch (Exception exception) when (exception is JsonException or IOException or InvalidOperationException)
        {
            return -1;
        }
    }
}
