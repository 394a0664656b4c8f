using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Npgsql;

namespace Hub.Tests.Render.Leases;

internal sealed class LeaseRenewalTests : RenderSpec
{
    [Test]
    public async Task A_lease_that_is_being_ended_does_not_hold_up_the_others()
    {
        var file = Path.Combine(Folder, "go");
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request($"wait-for {file}"), Request($"wait-for {file}"));
        await Eventually.BecomesTrueAsync("two claims", async () => await Database.ScalarAsync<long>("SELECT count(*) FROM render.lease") == 2);
        await using var connection = new NpgsqlConnection(Database.ConnectionString);
        await connection.OpenAsync();
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await using var end = new NpgsqlCommand("DELETE FROM render.lease WHERE instruction_id = 1", connection, transaction);
            await end.ExecuteNonQueryAsync();

            await Eventually.BecomesTrueAsync(
                "the other is renewed for longer than a renewal may take",
                () => Database.ScalarAsync<bool>("SELECT max(expires_at) FILTER (WHERE instruction_id = 2) > min(expires_at) FILTER (WHERE instruction_id = 1) + interval '3 seconds' FROM render.lease"));
        }

        await File.WriteAllTextAsync(file, "");

        await CountBecomesAsync(2, "status = 'completed' AND retry_count = 0 AND attempt = 1");
    }
}
