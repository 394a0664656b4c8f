using System.Net;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Modules.Kernel;
using Hub.Tests.FeatureTable.Hosting;
using Hub.Tests.FeatureTable.Samples;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.FeatureTable.Api;

/// <summary>Three hands of a session, the last one premium and of grade B, a hand a v1 client typed in, and a bad file.</summary>
internal sealed class HandsApiTests
{
    private TestDatabase _database = null!;
    private FeatureTableApi _api = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await FeatureTableHost.CreateDatabaseAsync();
        using var source = new SourceFolder();
        source.Write(SampleExport.WithOrdinaryHands(2).With(Premium(3)));
        source.Write("PGFX_bad.json", "{}");
        await using (await FeatureTableHost.StartAsync(_database, source.Folder))
            await Eventually.BecomesTrueAsync("both files were dealt with", async () => await _database.ScalarAsync<long>("SELECT count(*) FROM feature_table.source_file") == 2);
        await _database.ExecuteAsync("INSERT INTO hands (table_id, hand_number, source, hand_rank) VALUES ('table-9', 7, 'manual', 'full_house')");
        _api = await FeatureTableApi.StartAsync(_database);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task Pages_lead_from_the_newest_hand_to_the_oldest()
    {
        var first = await GetAsync("/api/v1/hands?limit=3");
        var second = await GetAsync($"/api/v1/hands?limit=3&before={first["next"]}");

        Numbers(first).Should().Equal(7, 3, 2);
        Numbers(second).Should().Equal(1);
        second["next"].Should().BeNull();
    }

    [TestCase("table_id=table-9", 7)]
    [TestCase("source=rfid", 3, 2, 1)]
    [TestCase("source=csv")]
    [TestCase("grade=B", 3)]
    [TestCase("premium=true", 7, 3)]
    [TestCase("premium=false", 2, 1)]
    [TestCase("premium=true&source=rfid", 3)]
    public async Task Filters_narrow_the_list(string query, params int[] numbers)
        => Numbers(await GetAsync($"/api/v1/hands?{query}")).Should().Equal(numbers);

    [TestCase("before=0", "before")]
    [TestCase("before=abc", "before")]
    [TestCase("limit=501", "limit")]
    [TestCase("limit=-1", "limit")]
    [TestCase("source=tape", "source")]
    [TestCase("grade=D", "grade")]
    [TestCase("premium=maybe", "premium")]
    public async Task A_bad_parameter_is_named_in_the_answer(string query, string parameter)
    {
        using var response = await _api.Client.GetAsync(new Uri($"/api/v1/hands?{query}", UriKind.Relative));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![parameter].Should().NotBeNull();
    }

    [Test]
    public async Task A_hand_is_shown_with_players_actions_and_a_session_id_that_javascript_can_hold()
    {
        var id = (await GetAsync("/api/v1/hands?grade=B"))["items"]![0]!["id"];

        var detail = await GetAsync($"/api/v1/hands/{id}");

        detail["hand"]!["sessionId"]!.GetValue<string>().Should().Be("639084204000000000");
        detail["hand"]!["handRank"]!.GetValue<string>().Should().Be("full_house");
        detail["players"]!.AsArray().Should().HaveCount(2);
        detail["players"]![0]!["hole_cards"]!.ToJsonString().Should().Be("[\"Ah\",\"Ad\"]");
        detail["actions"]![0]!["action"]!.GetValue<string>().Should().Be("all_in");
    }

    [Test]
    public async Task An_unknown_hand_is_answered_with_a_problem()
    {
        using var response = await _api.Client.GetAsync(new Uri("/api/v1/hands/999999", UriKind.Relative));

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"]!.GetValue<string>().Should().Contain("999999");
    }

    [Test]
    public async Task Files_are_listed_with_their_state_bad_ones_first()
    {
        var files = (await GetAsync("/api/v1/feature-table/files")).AsArray();

        files.Select(file => (string?)file!["state"]).Should().Equal("bad", "read");
        files[0]!["path"]!.GetValue<string>().Should().Be("PGFX_bad.json");
        files[0]!["lastError"]!.GetValue<string>().Should().Contain("$.ID: is missing");
        files[1]!["hands"]!.GetValue<int>().Should().Be(3);
        files[1]!["sessionId"]!.GetValue<string>().Should().Be("639084204000000000");
    }

    [Test]
    public async Task Stats_count_all_hands_premium_ones_and_by_source()
    {
        await using var scope = _api.Services.CreateAsyncScope();
        var stats = scope.ServiceProvider.GetServices<IStatsSource>().Single(source => source.Section == "hands");

        (await stats.ReadAsync(CancellationToken.None)).Should().BeEquivalentTo(new Dictionary<string, long> { ["total"] = 4, ["premium"] = 2, ["rfid"] = 3, ["manual"] = 1 });
    }

    private static SampleHand Premium(int number) => SampleHand.Number(number).Lasting("PT3M")
        .Seat(2, 5000, 10_000, "Ah Ad").Seat(3, 5000, 0, "Kh Kd").Blinds(100, at: 2, 200, bigAt: 3)
        .Play("2 all-in 5000, 3 all-in 5000, board As 7d 7s 3c 4s");

    private static IEnumerable<int> Numbers(JsonNode page) => page["items"]!.AsArray().Select(hand => hand!["handNumber"]!.GetValue<int>());

    private async Task<JsonNode> GetAsync(string path)
        => JsonNode.Parse(await _api.Client.GetStringAsync(new Uri(path, UriKind.Relative)))!;
}
