using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Modules.Render.Posters;
using Hub.Tests.Render.Api;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.Tests.Render.Posters;

internal sealed class PosterTests : RenderSpec
{
    private string PosterFolder => Path.Combine(Folder, "data", "posters");

    [Test]
    public async Task Every_accepted_instruction_gets_a_poster_and_a_corrected_text_another()
    {
        var hub = await StartHubAsync(("Worker:Enabled", "false"), ("Posters:Enabled", "true"));
        var request = Request();
        await hub.RequestAsync(request, Request());
        await Eventually.BecomesTrueAsync("a poster for each", () => Task.FromResult(Posters().Count == 2));

        await hub.RequestAsync(request with { Revision = 2, Fields = new Dictionary<string, string>(request.Fields, StringComparer.Ordinal) { ["title"] = "LEE" } });

        await Eventually.BecomesTrueAsync("the corrected poster in place of the first", () => Task.FromResult(Posters() is { Count: 2 } posters && posters.Contains("960 x 540: succeed LEE", StringComparer.Ordinal)));
        Posters().Should().BeEquivalentTo("960 x 540: succeed LEE", "960 x 540: succeed KIM");
    }

    [Test]
    public async Task A_poster_that_is_not_there_is_drawn_for_whoever_asks()
    {
        await Database.ExecuteAsync("""INSERT INTO render_instructions (template_name, layer_data_json, output_settings_json) VALUES ('Test Card', '{"do": "succeed", "title": "KIM"}', '{"width": 1080, "height": 1920}')""");
        await using var api = await RenderApi.StartAsync(Database.ConnectionString, Folder);

        var posters = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => api.Http.GetStringAsync(Poster(1))));
        using var again = await GetAsync(api, 1);

        posters.Should().AllBe("960 x 1707: succeed KIM");
        again.Content.Headers.ContentType!.MediaType.Should().Be("image/png");
        again.Headers.ETag.Should().NotBeNull();
        Posters().Should().ContainSingle();
    }

    [TestCase("'No Such', '{}'", "no_poster", "There is no usable template 'No Such'")]
    [TestCase("'Test Card', '{\"do\": \"fail-for-good\"}'", "no_poster", "the test card fails for good")]
    [TestCase("'Test Card', '{\"do\": \"crash\"}'", "no_poster", "could not be drawn")]
    public async Task What_cannot_be_drawn_is_told_with_the_reason(string row, string code, string reason)
    {
        await Database.ExecuteAsync($"INSERT INTO render_instructions (template_name, layer_data_json) VALUES ({row}), ('Test Card', '{{\"do\": \"succeed\"}}')");
        await using var api = await RenderApi.StartAsync(Database.ConnectionString, Folder);

        using var failed = await GetAsync(api, 1);
        using var next = await GetAsync(api, 2);

        failed.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var answer = JsonNode.Parse(await failed.Content.ReadAsStringAsync())!;
        ((string)answer["code"]!).Should().Be(code);
        ((string)answer["detail"]!).Should().Contain(reason);
        next.StatusCode.Should().Be(HttpStatusCode.OK, "trouble with one is no trouble for the next");
        Directory.GetFiles(PosterFolder, "*.part").Should().BeEmpty();
    }

    [Test]
    public async Task Posters_go_with_their_instructions()
    {
        var hub = await StartHubAsync(("Worker:Enabled", "false"), ("Posters:Enabled", "true"));
        await hub.RequestAsync(Request(), Request());
        await Eventually.BecomesTrueAsync("a poster for each", () => Task.FromResult(Posters().Count == 2));
        foreach (var file in Directory.GetFiles(PosterFolder))
            File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1));
        await Database.ExecuteAsync("DELETE FROM render_instructions WHERE id = 1");

        await hub.Services.GetServices<IHostedService>().OfType<PosterSweepService>().Single().SweepAsync(CancellationToken.None);

        Directory.GetFiles(PosterFolder).Should().ContainSingle().Which.Should().Contain("2-");
    }

    private static Uri Poster(int id) => new($"/api/v1/instructions/{id}/poster.png", UriKind.Relative);

    private static Task<HttpResponseMessage> GetAsync(RenderApi api, int id) => api.Http.GetAsync(Poster(id));

    private List<string> Posters()
        => Directory.Exists(PosterFolder) ? [.. Directory.GetFiles(PosterFolder, "*.png").Select(File.ReadAllText)] : [];
}
