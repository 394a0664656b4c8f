using FluentAssertions;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.Tournaments;

/// <summary><c>public.tournaments</c> as v1 clients know it.</summary>
internal sealed class TournamentsTableTests
{
    private const string Upsert =
        """
        INSERT INTO tournaments (name, event_code) VALUES ('Winter Classic', 'WSOP_2026_E7_WC')
        ON CONFLICT (event_code) DO UPDATE SET name = excluded.name, remaining_players = 12
        """;

    [Test]
    public async Task A_row_with_name_and_code_alone_gets_v1s_defaults()
    {
        await using var database = await SubtitleHost.CreateDatabaseAsync();

        await database.ExecuteAsync(Upsert);

        (await database.ScalarAsync<string>("SELECT (to_jsonb(t) - 'created_at' - 'updated_at')::text FROM tournaments t")).Should().Be(
            """{"id": 1, "name": "Winter Classic", "buy_in": 0, "source": "csv", "end_date": null, "event_code": "WSOP_2026_E7_WC", "event_type": "HOLDEM", "prize_pool": 0, "start_date": null, "blinds_json": [], "places_paid": 0, "payouts_json": [], "current_level": 1, "total_entries": 0, "standings_json": [], "remaining_players": 0, "current_blinds_json": null}""");
        (await database.ScalarAsync<bool>("SELECT created_at = now() OR created_at > now() - interval '1 minute' FROM tournaments")).Should().BeTrue();
    }

    [Test]
    public async Task A_table_that_v1_made_is_adopted_with_its_rows()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await database.ExecuteAsync("CREATE TABLE tournaments (id serial PRIMARY KEY, name varchar(200) NOT NULL, event_code varchar(50) NOT NULL UNIQUE, remaining_players integer DEFAULT 0)");
        await database.ExecuteAsync(Upsert);

        await SubtitleHost.MigrateAsync(database);
        await database.ExecuteAsync(Upsert);

        (await database.ScalarAsync<int>("SELECT remaining_players FROM tournaments WHERE id = 1")).Should().Be(12);
        await using var host = await SubtitleHost.StartAsync(database);
        (await host.StatsAsync("tournaments")).Should().Equal(new Dictionary<string, long>(StringComparer.Ordinal) { ["total"] = 1 });
    }
}
