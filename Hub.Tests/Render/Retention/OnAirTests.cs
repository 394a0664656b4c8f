using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Modules.Render.Clips;
using Hub.Tests.Render.Api;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.Retention;

internal sealed class OnAirTests : RenderSpec
{
    private static readonly Uri Mark = new("/api/v1/outputs/1/on-air", UriKind.Relative);

    [Test]
    public async Task An_operator_marks_a_clip_and_takes_the_mark_off()
    {
        await using var api = await StartApiWithAClipAsync();

        var marked = await AnswerAsync(await api.Http.PostAsJsonAsync(Mark, new { onAir = true }));
        var again = await AnswerAsync(await api.Http.PostAsJsonAsync(Mark, new { onAir = true }));

        marked.GetProperty("onAirBy").GetString().Should().Be("anna");
        again.GetProperty("onAirAt").GetDateTimeOffset().Should().Be(marked.GetProperty("onAirAt").GetDateTimeOffset(), "it has been on air since then");
        (await AnswerAsync(await api.Http.PostAsJsonAsync(Mark, new { onAir = false }))).GetProperty("onAirAt").ValueKind.Should().Be(JsonValueKind.Null);
    }

    [Test]
    public async Task What_cannot_be_marked_says_why()
    {
        await using var api = await StartApiWithAClipAsync();
        await Database.ExecuteAsync("UPDATE render_outputs SET removed_at = now()");

        (await api.Http.PostAsJsonAsync(Mark, new { onAir = true })).StatusCode.Should().Be(HttpStatusCode.Gone);
        (await api.Http.PostAsJsonAsync(new Uri("/api/v1/outputs/99/on-air", UriKind.Relative), new { onAir = true })).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await api.Http.PostAsJsonAsync(Mark, new { })).StatusCode.Should().Be(HttpStatusCode.BadRequest);
    }

    [TestCase("clip")]
    [TestCase("preview")]
    public async Task A_clip_that_is_kept_no_longer_is_gone_and_its_row_is_not(string part)
    {
        await using var api = await StartApiWithAClipAsync();
        await Database.ExecuteAsync("UPDATE render_outputs SET removed_at = now()");

        using var answer = await api.Http.GetAsync(new Uri($"/api/v1/outputs/1/{part}", UriKind.Relative));

        answer.StatusCode.Should().Be(HttpStatusCode.Gone);
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString().Should().Be("clip_removed");
        JsonDocument.Parse(await api.Http.GetStringAsync(new Uri("/api/v1/outputs/1", UriKind.Relative))).RootElement.GetProperty("removedAt").ValueKind.Should().Be(JsonValueKind.String);
    }

    [Test]
    public async Task A_copy_of_a_clip_on_air_is_not_replaced_before_the_mark_is_taken_off()
    {
        var hub = await StartHubAsync();
        var copy = Path.Combine(ClipFolder, "final.mov");
        await AddNamedAsync("first");
        await CountBecomesAsync(1, "status = 'completed'");
        await Eventually.BecomesTrueAsync("the copy is there", () => Task.FromResult(File.Exists(copy)));
        await Eventually.BecomesTrueAsync("it is noted", () => Database.ScalarAsync<bool>("SELECT published_at IS NOT NULL FROM render_outputs"));
        await Database.ExecuteAsync("UPDATE render_outputs SET on_air_at = now()");

        await AddNamedAsync("second");
        await CountBecomesAsync(2, "status = 'completed'");
        await Eventually.BecomesTrueAsync("the refusal is told", () => Task.FromResult(hub.Events.Of<AlertRaised>().Any(alert => alert.Code == AlertCodes.RenderCopyFailed && alert.Subject == copy && alert.Text.Contains("on air", StringComparison.Ordinal))));
        await PublishAsync(hub);
        (await File.ReadAllTextAsync(copy)).Should().Contain("first");
        hub.Events.Of<AlertRaised>().Should().ContainSingle("it is told once");

        await Database.ExecuteAsync("UPDATE render_outputs SET on_air_at = NULL");
        await PublishAsync(hub);

        (await File.ReadAllTextAsync(copy)).Should().Contain("second");
        await Eventually.BecomesTrueAsync("the end is told", () => Task.FromResult(hub.Events.Of<AlertResolved>().Any(alert => alert.Code == AlertCodes.RenderCopyFailed)));
    }

    [Test]
    public async Task A_copy_left_half_made_by_a_killed_worker_goes_with_the_next_of_its_name()
    {
        await StartHubAsync();
        var leftover = Path.Combine(Directory.CreateDirectory(ClipFolder).FullName, $".final.mov.{Guid.NewGuid():N}.part");
        await File.WriteAllTextAsync(leftover, "half");
        File.SetLastWriteTimeUtc(leftover, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));

        await AddNamedAsync("first");

        await Eventually.BecomesTrueAsync("the copy is there", () => Task.FromResult(File.Exists(Path.Combine(ClipFolder, "final.mov"))));
        File.Exists(leftover).Should().BeFalse();
    }

    private Task<int> AddNamedAsync(string title) => Database.ExecuteAsync(
        $$"""INSERT INTO render_instructions (template_name, layer_data_json, output_filename) VALUES ('Test Card', '{"do": "succeed", "title": "{{title}}"}', 'final')""");

    private static Task PublishAsync(RenderHub hub) => hub.InScopeAsync(provider => provider.GetRequiredService<ClipPublisher>().PublishAsync(CancellationToken.None));

    private async Task<RenderApi> StartApiWithAClipAsync()
    {
        await Database.ExecuteAsync(
            """
            INSERT INTO render_instructions (template_name, status) VALUES ('Test Card', 'completed');
            INSERT INTO render_outputs (instruction_id, output_path) VALUES (1, '/clips/clip.mov')
            """);
        return await RenderApi.StartAsync(Database.ConnectionString, Folder);
    }

    private static async Task<JsonElement> AnswerAsync(HttpResponseMessage answer)
        => JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).RootElement;
}
