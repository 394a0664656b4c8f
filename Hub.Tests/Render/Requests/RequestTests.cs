using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;

namespace Hub.Tests.Render.Requests;

internal sealed class RequestTests : RenderSpec
{
    [Test]
    public async Task The_same_request_twice_makes_one_instruction()
    {
        var hub = await StartCoordinatorAsync();
        var request = Request();

        await hub.RequestAsync(request, request, request);
        await hub.RequestAsync(request with { Subject = "3" }, request with { RequestNo = 1 });

        await CountBecomesAsync(3, "status = 'pending' AND trigger_id = '" + request.TriggerId + "'");
        await UnconsumedBecomesZeroAsync();
        (await CountAsync("true")).Should().Be(3);
    }

    [TestCase("No Such Composition", "do", "Unknown template 'No Such Composition'")]
    [TestCase(TestTemplates.Name, "colour", "field 'colour' is unknown; field 'do' is required")]
    [TestCase(TestTemplates.Name, "title", "field 'title' has 27 characters and may have 20")]
    public async Task A_request_that_cannot_be_rendered_is_kept_as_failed_and_announced(string template, string field, string reason)
    {
        var hub = await StartCoordinatorAsync();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal) { [field] = "a text of\u0000 27 characters….." };

        await hub.RequestAsync(Request() with { TemplateName = template, Fields = fields });

        await CountBecomesAsync(1, $"status = 'failed' AND attempt = 0 AND completed_at IS NOT NULL AND error_message LIKE '%{reason.Replace("'", "''", StringComparison.Ordinal)}%'");
        await Eventually.BecomesTrueAsync("the failure is announced", () => Task.FromResult(hub.Events.Of<RenderFailed>() is [{ Reason: var told }] && told.Contains(reason, StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_complaint_is_kept_whatever_it_quotes()
    {
        var hub = await StartCoordinatorAsync();

        await hub.RequestAsync(Request() with { TemplateName = "No Such\0Composition" });

        await CountBecomesAsync(1, "status = 'failed' AND error_message LIKE 'Unknown template ''No Such\uFFFDComposition''%'");
    }

    [Test]
    public async Task Rows_can_be_read_by_v1()
    {
        var hub = await StartCoordinatorAsync();

        await hub.RequestAsync(Request(priority: 99));

        await CountBecomesAsync(1,
            """
            priority = 10 AND retry_count = 0 AND max_retries = 3 AND created_at IS NOT NULL AND trigger_type = 'hand_completed'
            AND layer_data_json = '{"do": "succeed", "title": "KIM"}'
            AND output_settings_json = '{"format": "mov_alpha", "width": 640, "height": 360, "fps": 30, "duration_frames": 10}'
            """);
    }

    [Test]
    public async Task A_row_written_by_a_v1_client_is_rendered()
    {
        await StartHubAsync();

        await Database.ExecuteAsync(
            """
            INSERT INTO render_instructions (template_name, layer_data_json, output_filename)
            VALUES ('Test Card', '{"do": "succeed", "title": 7, "extra": null}', 'final.mov'), ('Test Card', '{"do": "succeed", "title": 7}', 'final');
            """);

        await CountBecomesAsync(1, "status = 'completed' AND trigger_type = 'manual'");
        await CountBecomesAsync(1, "status = 'failed' AND error_message LIKE '%field ''extra'' is unknown%'");
        await Eventually.BecomesTrueAsync("the copy it asked for", () => Task.FromResult(File.Exists(Path.Combine(ClipFolder, "final.mov"))));
    }

    private Task UnconsumedBecomesZeroAsync()
        => Eventually.BecomesTrueAsync("every request is consumed", async () => await Database.ScalarAsync<long>(
            "SELECT count(*) FROM messaging.outbox_scope") == 0);
}
