using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using FluentAssertions;
using Hub.Tests.Render.Support;

namespace Hub.Tests.Render.Api;

internal sealed class RenderApiTests : RenderSpec
{
    private RenderApi _api = null!;

    [SetUp]
    public async Task StartApiAsync() => _api = await RenderApi.StartAsync(Database.ConnectionString, Folder);

    [TearDown]
    public async Task StopApiAsync() => await _api.DisposeAsync();

    [Test]
    public async Task Instructions_are_listed_page_by_page_and_filtered()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, status) SELECT 'Test Card', CASE WHEN n % 2 = 0 THEN 'failed' ELSE 'pending' END FROM generate_series(1, 6) n");

        var first = await GetAsync("/api/v1/instructions?limit=4");
        var second = await GetAsync($"/api/v1/instructions?limit=4&before={first.GetProperty("next")}");
        var failed = await GetAsync("/api/v1/instructions?status=failed&template=Test%20Card");

        Ids(first).Should().Equal(6, 5, 4, 3);
        Ids(second).Should().Equal(2, 1);
        second.GetProperty("next").ValueKind.Should().Be(JsonValueKind.Null);
        Ids(failed).Should().Equal(6, 4, 2);
    }

    [Test]
    public async Task What_is_out_of_date_can_be_listed_with_what_has_changed()
    {
        await AddClipAsync("old.mov", "0123456789");
        await AddClipAsync("true.mov", "0123456789");
        await Database.ExecuteAsync("UPDATE render_instructions SET stale_at = now(), stale_reason = 'title: KIM → LEE' WHERE id = 1");

        var instructions = await GetAsync("/api/v1/instructions?stale=true");
        var outputs = await GetAsync("/api/v1/outputs?stale=true");

        Ids(instructions).Should().Equal(1);
        Ids(outputs).Should().Equal(1);
        outputs.GetProperty("items")[0].GetProperty("staleReason").GetString().Should().Be("title: KIM → LEE");
        Ids(await GetAsync("/api/v1/outputs?stale=false")).Should().Equal(2);
    }

    [Test]
    public async Task An_instruction_is_shown_with_its_fields_and_clips()
    {
        await AddClipAsync("clip.mov", "0123456789");

        var detail = await GetAsync("/api/v1/instructions/1");

        detail.GetProperty("layerData").GetProperty("do").GetString().Should().Be("succeed");
        detail.GetProperty("outputs")[0].GetProperty("templateName").GetString().Should().Be("Test Card");
    }

    [TestCase("/api/v1/instructions/99", 404, "instruction_not_found")]
    [TestCase("/api/v1/outputs/99", 404, "output_not_found")]
    [TestCase("/api/v1/outputs/99/clip", 404, "output_not_found")]
    [TestCase("/api/v1/outputs/99/preview", 404, "output_not_found")]
    [TestCase("/api/v1/instructions?status=done", 400, "unknown_status")]
    [TestCase("/api/v1/outputs?limit=0", 400, "limit_out_of_range")]
    public async Task Errors_carry_a_code(string path, int status, string code)
    {
        using var response = await _api.Http.GetAsync(new Uri(path, UriKind.Relative));

        ((int)response.StatusCode).Should().Be(status);
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("code").GetString().Should().Be(code);
    }

    [Test]
    public async Task A_clip_is_served_in_ranges()
    {
        await AddClipAsync("clip.mov", "0123456789");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/outputs/1/clip");
        request.Headers.Range = new RangeHeaderValue(2, 4);

        using var response = await _api.Http.SendAsync(request);

        response.StatusCode.Should().Be(HttpStatusCode.PartialContent);
        response.Content.Headers.ContentType!.MediaType.Should().Be("video/quicktime");
        (await response.Content.ReadAsStringAsync()).Should().Be("234");
    }

    [Test]
    public async Task Files_outside_the_output_roots_are_not_given_out()
    {
        await AddClipAsync("../../secret", "secret");

        using var response = await _api.Http.GetAsync(new Uri("/api/v1/outputs/1/clip", UriKind.Relative));

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Test]
    public async Task Pending_answers_as_v1_did()
    {
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name, priority) SELECT 'Test Card', 31 - n FROM generate_series(1, 30) n");

        var pending = await GetAsync("/pending");

        pending.GetProperty("count").GetInt64().Should().Be(30);
        pending.GetProperty("instructions").GetArrayLength().Should().Be(20);
        pending.GetProperty("instructions")[0].EnumerateObject().Select(property => property.Name).Should().Equal("id", "template_name", "priority", "created_at");
        pending.GetProperty("instructions")[0].GetProperty("id").GetInt32().Should().Be(30);
    }

    [Test]
    public async Task Workers_and_templates_are_listed()
    {
        await Database.ExecuteAsync(
            """
            INSERT INTO render.worker (id, name, slots, started_at, last_seen_at) VALUES (1, 'pc/1', 4, now(), now());
            INSERT INTO render.lease (claim_id, instruction_id, attempt, worker_id, expires_at) VALUES (gen_random_uuid(), 42, 1, 1, now());
            """);

        (await GetAsync("/api/v1/workers"))[0].GetProperty("instructions")[0].GetInt32().Should().Be(42);
        (await GetAsync("/api/v1/templates")).GetProperty("templates")[0].GetProperty("fields")[0].GetProperty("key").GetString().Should().Be("do");
    }

    private async Task AddClipAsync(string name, string content)
    {
        var file = Path.GetFullPath(name, Directory.CreateDirectory(ClipFolder).FullName);
        await File.WriteAllTextAsync(file, content);
        await Database.ExecuteAsync($$"""INSERT INTO render_instructions (template_name, layer_data_json) VALUES ('Test Card', '{"do": "succeed"}')""");
        await Database.ExecuteAsync($"INSERT INTO render_outputs (instruction_id, output_path) SELECT max(id), '{file}' FROM render_instructions");
    }

    private async Task<JsonElement> GetAsync(string path)
        => JsonDocument.Parse(await _api.Http.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;

    private static IEnumerable<int> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetInt32());
}
