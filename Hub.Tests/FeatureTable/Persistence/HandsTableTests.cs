using FluentAssertions;
using Hub.Adapters.Persistence.Postgres.Migrator;
using Hub.Tests.FeatureTable.Hosting;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.FeatureTable.Persistence;

internal sealed class HandsTableTests
{
    // What v1 installed; the name of its constraint is any.
    private const string V1Hands =
        """
        CREATE TABLE hands (
            id serial PRIMARY KEY, table_id varchar(50) NOT NULL, hand_number integer NOT NULL, source varchar(20) NOT NULL DEFAULT 'rfid',
            hand_rank varchar(30), pot_size integer DEFAULT 0, winner varchar(100), players_json jsonb DEFAULT '[]', community_cards_json jsonb DEFAULT '[]',
            actions_json jsonb DEFAULT '[]', duration_seconds integer, created_at timestamptz DEFAULT now(), updated_at timestamptz DEFAULT now(),
            CONSTRAINT one_number_per_table UNIQUE (table_id, hand_number));
        INSERT INTO hands (table_id, hand_number, pot_size, winner) VALUES ('table-1', 1, 2147483647, 'Player 1');
        """;

    private const string DescribeColumns =
        """
        SELECT string_agg(column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '') || ' ' || is_nullable || ' ' || coalesce(column_default, '-'), E'\n' ORDER BY column_name)
        FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'hands'
        """;

    [Test]
    public async Task A_v1_table_is_taken_over_with_its_rows_and_ends_up_like_a_new_one()
    {
        await using var fresh = await FeatureTableHost.CreateDatabaseAsync();
        await using var adopted = await TestPostgres.CreateDatabaseAsync();
        await adopted.ExecuteAsync(V1Hands);
        await using (var host = FeatureTableHost.Build(adopted))
            await host.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);

        (await adopted.ScalarAsync<string>(DescribeColumns)).Should().Be(await fresh.ScalarAsync<string>(DescribeColumns));
        (await adopted.ScalarAsync<string>("SELECT winner || ' ' || pot_size || ' ' || source FROM hands")).Should().Be("Player 1 2147483647 rfid");
    }

    [Test]
    public async Task A_row_of_a_v1_client_gets_v1s_defaults_and_a_new_time_at_each_update()
    {
        await using var database = await FeatureTableHost.CreateDatabaseAsync();
        await database.ExecuteAsync("INSERT INTO hands (table_id, hand_number) VALUES ('table-1', 1)");

        (await database.ScalarAsync<string>("SELECT concat_ws(' ', source, pot_size, players_json, community_cards_json, actions_json, created_at = updated_at) FROM hands"))
            .Should().Be("rfid 0 [] [] [] t");
        await database.ExecuteAsync("UPDATE hands SET winner = 'Player 1'");
        (await database.ScalarAsync<bool>("SELECT updated_at > created_at FROM hands")).Should().BeTrue();
    }

    [Test]
    public async Task A_table_has_one_row_for_a_number_and_v1_clients_can_upsert_on_it()
    {
        await using var database = await FeatureTableHost.CreateDatabaseAsync();
        for (var pot = 1; pot <= 2; pot++)
            await database.ExecuteAsync($"INSERT INTO hands (table_id, hand_number, pot_size) VALUES ('table-1', 1, {pot}) ON CONFLICT (table_id, hand_number) DO UPDATE SET pot_size = excluded.pot_size");

        (await database.ScalarAsync<long>("SELECT sum(pot_size)::bigint FROM hands")).Should().Be(2);
    }
}
