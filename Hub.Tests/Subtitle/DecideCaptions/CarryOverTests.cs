using System.Globalization;
using System.Text.Json;
using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.DecideCaptions;

/// <summary>A database from before hands were followed over time.</summary>
internal sealed class CarryOverTests
{
    private const string Before = "20261125081904_AddAskedCaptions";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    [Test]
    public async Task Decided_hands_stay_history_and_waiting_ones_go_on_waiting()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();
        await SubtitleHost.MigrateAsync(database, Before);
        await database.ExecuteAsync($"INSERT INTO subtitle.session (session_id, last_decided) VALUES ({SomeHand.Session}, 2)");
        await AddAsync(database, FinalTable(1, SomeHand.Player(2, "Okafor", 500), SomeHand.Player(3, "Lindqvist", 500)));
        await AddAsync(database, FinalTable(2, SomeHand.Out(2, "Okafor", 8), SomeHand.Player(3, "Lindqvist", 500)));
        await AddAsync(database, FinalTable(4, SomeHand.Gone(2, "Okafor", 8), SomeHand.Out(3, "Lindqvist", 7)));

        await SubtitleHost.MigrateAsync(database);
        await using var host = await SubtitleHost.StartAsync(database);
        await host.CaptureAsync(FinalTable(3, SomeHand.Gone(2, "Okafor", 8), SomeHand.Player(3, "Lindqvist", 400)));
        await host.DecidedAsync(4);

        host.Captions().Should().ContainSingle("Okafor was out before").Which.Fields["name"].Should().Be("LINDQVIST");
        (await database.ScalarAsync<string>("SELECT placed::text FROM subtitle.hand WHERE facts->>'handNumber' = '2'")).Should().Be(
            """[{"name": "Okafor", "seat": 2, "place": 8, "wentOut": true, "isOnlyOne": true}]""");
    }

    private static HandCaptured FinalTable(int number, params HandPlayer[] players) => SomeHand.Of(number, players) with { SessionType = "FINAL_TABLE" };

    private static Task<int> AddAsync(TestDatabase database, HandCaptured hand) => database.ExecuteAsync(string.Create(
        CultureInfo.InvariantCulture,
        $"INSERT INTO subtitle.hand (session_id, sequence, was_played, facts) VALUES ({hand.SessionId}, {hand.Sequence}, true, '{JsonSerializer.Serialize(hand, Json)}')"));
}
