using FluentAssertions;
using Hub.Host.Commands.Demo.Once;
using Hub.Tests.Support;

namespace Hub.Tests.Commands.Demo;

internal sealed class RunLedgerTests
{
    private TestDatabase _database = null!;
    private RunLedger _ledger = null!;

    [SetUp]
    public async Task CreateDatabase()
    {
        _database = await V1Rows.CreateDatabaseAsync();
        _ledger = new RunLedger(_database.DataSource);
    }

    [TearDown]
    public async Task DropDatabase() => await _database.DisposeAsync();

    [Test]
    public async Task A_run_is_what_it_added_and_what_it_found_open()
    {
        await _database.ExecuteAsync(
            """
            insert into hands default values;
            insert into render_instructions(template_name, status) values ('Elimination', 'completed'), ('Elimination', 'failed'), ('Elimination', 'processing');
            insert into render_outputs default values;
            insert into messaging.dead_letter default values;
            """);
        var mark = await _ledger.MarkAsync(CancellationToken.None);
        await _database.ExecuteAsync(
            """
            insert into hands default values;
            insert into hands(table_id) values ('FEATURE_TABLE_1~void1');
            update render_instructions set status = 'completed' where status = 'processing';
            insert into render_instructions(template_name, status) values ('Chip Flow', 'completed'), ('Chip Flow', 'timed_out');
            insert into render_outputs select from generate_series(1, 2);
            """);

        var run = await _ledger.SinceAsync(mark, TimeSpan.FromSeconds(12.34), CancellationToken.None);

        run.Should().BeEquivalentTo(new { Hands = 1, Instructions = 3, Clips = 2, Failed = 1, DeadLetters = 0, Seconds = 12.3 });
        run.Templates.Should().Equal(new TemplateCount("Chip Flow", 2, 1), new TemplateCount("Elimination", 1, 1));
    }

    [Test]
    public async Task A_run_that_lost_a_message_is_not_clean()
    {
        var mark = await _ledger.MarkAsync(CancellationToken.None);
        await _database.ExecuteAsync("insert into messaging.dead_letter default values");

        (await _ledger.SinceAsync(mark, TimeSpan.Zero, CancellationToken.None)).IsClean.Should().BeFalse();
    }

    [Test]
    public async Task A_finished_run_is_one_line_of_json_under_the_table()
    {
        var mark = await _ledger.MarkAsync(CancellationToken.None);
        var output = new StringWriter();

        await RunReport.PrintAsync(await _ledger.SinceAsync(mark, TimeSpan.FromSeconds(2), CancellationToken.None), [], output);

        output.ToString().TrimEnd().Split('\n')[^1].Should().Be("{\"hands\":0,\"instructions\":0,\"clips\":0,\"failed\":0,\"seconds\":2}");
    }
}
