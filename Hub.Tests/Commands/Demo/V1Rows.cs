using Hub.Tests.Support;

namespace Hub.Tests.Commands.Demo;

/// <summary>The columns that a run is counted by, in a database without the rest.</summary>
internal static class V1Rows
{
    public static Task<TestDatabase> CreateDatabaseAsync() => TestPostgres.CreateDatabaseAsync(nameof(V1Rows), database => database.ExecuteAsync(
        """
        create table hands(id serial primary key, table_id text default 'FEATURE_TABLE_1', updated_at timestamptz not null default clock_timestamp());
        create table render_instructions(id serial primary key, template_name text not null, status text not null default 'pending');
        create schema messaging;
        create table messaging.dead_letter(message_id uuid);
        create table render_outputs(id serial primary key, status text not null default 'completed');
        """));
}
