using System.Diagnostics;
using FluentAssertions;
using Hub.Tests.Support;

namespace Hub.Tests.Messaging;

/// <summary>A loss with ten thousand under way is made good within ten seconds.</summary>
[Category("Long")]
internal sealed class TenThousandSpec : RedisHubSpec
{
    private const int Many = 10_000;
    private static readonly TimeSpan Goal = TimeSpan.FromSeconds(10);

    [Test]
    public async Task Ten_thousand_messages_that_nobody_has_consumed_are_with_redis_again()
    {
        var coordinator = await StartCoordinatorAsync();
        await RedisIsKnownAsync();
        await coordinator.StopAsync();
        var desk = await StartHubAsync(("Coordinator:Enabled", "false"), ("Worker:Enabled", "false"));
        foreach (var requests in Enumerable.Range(0, Many).Select(_ => Request()).Chunk(16))
        {
            await desk.RequestAsync(requests);
        }

        await SentBecomesAsync(1, TimeSpan.FromMinutes(2));

        var started = Stopwatch.GetTimestamp();
        await RedisCliAsync("FLUSHALL");
        await SentBecomesAsync(2, Goal);
        await TestContext.Out.WriteLineAsync($"{Many} messages are with Redis again after {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        ((long)await RedisCliAsync("XLEN", "{hub}:queue:render-request-render:normal")).Should().Be(Many);
    }

    [Test]
    public async Task Ten_thousand_open_instructions_go_on_being_rendered()
    {
        var gate = Path.Combine(Folder, "gate");
        var hub = await StartHubAsync(("Worker:Concurrency", "3"));
        await RedisIsKnownAsync();
        await hub.RequestAsync(Request($"wait-for {gate}"));
        await CountBecomesAsync(1, "status = 'processing'");
        await Database.ExecuteAsync(
            $$"""
              INSERT INTO render_instructions (template_name, layer_data_json, output_settings_json, priority, trigger_type, trigger_id, subject, request_no)
              SELECT template_name, '{"do": "take 100", "title": "KIM"}', output_settings_json, 6, 'many', i::text, '', 0 FROM render_instructions, generate_series(1, {{Many}}) i
              """);
        await Eventually.BecomesTrueAsync("they are being rendered", async () => await CompletedAsync() >= 10);

        var (started, before) = (Stopwatch.GetTimestamp(), await CompletedAsync());
        await RedisCliAsync("FLUSHALL");
        await Eventually.BecomesTrueAsync("tickets are out anew", async () => await CountAsync("trigger_type = 'many' AND status = 'pending' AND dispatched_at IS NOT NULL AND attempt = 2") > 0, Goal);
        await Eventually.BecomesTrueAsync("both other slots are at work", async () => await CompletedAsync() >= before + 30, Goal);
        await TestContext.Out.WriteLineAsync($"30 of {Many} were rendered {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s after the loss");

        (await CountAsync("retry_count > 0")).Should().Be(0);
        (await CountAsync("status = 'processing' AND attempt = 1 AND trigger_type <> 'many'")).Should().Be(1, "what was being rendered is not disturbed");
    }

    private Task<long> CompletedAsync() => CountAsync("status = 'completed'");

    private Task SentBecomesAsync(int times, TimeSpan within)
        => Eventually.BecomesTrueAsync(
            $"Redis was given {Many} messages {times} times",
            async () => await Database.ScalarAsync<long>($"SELECT count(*) FROM messaging.outbox_message WHERE sent_at IS NOT NULL AND sends = {times} AND message_types::text LIKE '%RequestRender%'") == Many,
            within);
}
