using Hub.Tests.Support;

namespace Hub.Tests.Journeys;

/// <summary>What a run must come to, without what differs from run to run: ids, times, attempts, names of files.</summary>
internal static class FinalRows
{
    private const string Sql =
        """
        select array(
            select concat_ws(' ', 'hand', table_id, hand_number, hand_rank, pot_size, winner, players_json, community_cards_json, actions_json, duration_seconds)
            from hands
            union all
            select concat_ws(' ', 'caption', i.template_name, i.trigger_type, i.trigger_id, i.layer_data_json, i.status,
                (select count(*) from render_outputs o where o.instruction_id = i.id and o.status = 'completed'))
            from render_instructions i
            order by 1)
        """;

    public static async Task<string[]> ReadAsync(TestDatabase database) => await database.ScalarAsync<string[]>(Sql) ?? [];
}
