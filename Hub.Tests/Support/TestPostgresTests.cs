using FluentAssertions;

namespace Hub.Tests.Support;

internal sealed class TestPostgresTests
{
    [Test]
    public async Task A_copy_of_a_template_has_its_rows_and_does_not_change_it()
    {
        static Task Prepare(TestDatabase database) => database.ExecuteAsync("CREATE TABLE chip(colour text); INSERT INTO chip VALUES ('red')");

        await using (var first = await TestPostgres.CreateDatabaseAsync(nameof(TestPostgresTests), Prepare))
        {
            await first.ExecuteAsync("INSERT INTO chip VALUES ('blue')");
            (await first.ScalarAsync<long>("SELECT count(*) FROM chip")).Should().Be(2);
        }

        await using var second = await TestPostgres.CreateDatabaseAsync(nameof(TestPostgresTests), Prepare);
        (await second.ScalarAsync<long>("SELECT count(*) FROM chip")).Should().Be(1);
    }
}
