using FluentAssertions;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;

namespace Hub.Tests.Render.Adoption;

/// <summary>A database that v1's script has made, with rows in it.</summary>
internal sealed class V1DatabaseTests
{
    private const string V1Script =
        """
        CREATE TABLE render_instructions (
          id serial PRIMARY KEY, template_name varchar(100) NOT NULL, layer_data_json jsonb NOT NULL DEFAULT '{}', output_settings_json jsonb NOT NULL DEFAULT '{}',
          output_path varchar(500), output_filename varchar(200), status varchar(20) NOT NULL DEFAULT 'pending', priority integer DEFAULT 5, trigger_type varchar(50),
          trigger_id varchar(100), error_message text, retry_count integer DEFAULT 0, max_retries integer DEFAULT 3, created_at timestamptz DEFAULT now(),
          started_at timestamptz, completed_at timestamptz);
        INSERT INTO render_instructions (template_name, layer_data_json, status, trigger_type, created_at, started_at) VALUES
          ('Test Card', '{"do": "succeed"}', 'pending', 'manual', now() - interval '1 hour', NULL),
          ('Test Card', '{"do": "succeed"}', 'pending', 'manual', now() - interval '20 hours', NULL),
          ('Test Card', '{"do": "succeed"}', 'processing', 'manual', now() - interval '1 hour', now()),
          ('Test Card', '{"do": "succeed"}', 'failed', 'manual', now() - interval '1 hour', now() - interval '1 hour');
        """;

    [Test]
    public async Task Its_open_instructions_are_adopted_held_or_left_to_their_workers()
    {
        var folder = Directory.CreateTempSubdirectory("hub-v1-").FullName;
        TestTemplates.Write(Path.Combine(folder, "templates"));
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await database.ExecuteAsync(V1Script);
        await using (var hub = RenderHub.Build(database.ConnectionString, folder, new Dictionary<string, string?>(StringComparer.Ordinal)))
        {
            await hub.MigrateAsync();
            var running = hub.RunAsync();

            await Eventually.BecomesTrueAsync("the young one is rendered", async () => await database.ScalarAsync<long>("SELECT count(*) FROM render_instructions WHERE id = 1 AND status = 'completed'") == 1);

            (await database.ScalarAsync<string>("SELECT string_agg(status || coalesce(' ' || owner, ''), ', ' ORDER BY id) FROM render_instructions"))
                .Should().Be("completed, pending external, processing external, failed");
            (await database.ScalarAsync<long>("SELECT count(*) FROM render_instructions WHERE id = 2 AND not_before = '9000-01-01Z'")).Should().Be(1);
            await hub.StopAsync();
            await running;
        }

        Directory.Delete(folder, recursive: true);
    }
}
