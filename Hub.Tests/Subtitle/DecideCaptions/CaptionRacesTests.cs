using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Contracts.Render;
using Hub.Modules.Subtitle.AskForCaptions;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.DecideCaptions;
using Hub.Modules.Subtitle.ManualData;
using Hub.Modules.Subtitle.Persistence;
using Hub.Modules.Subtitle.Players;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Hub.Tests.Subtitle.DecideCaptions;

/// <summary>Hands, corrections and requests at the same moment: each is made to wait where the other is half done.</summary>
internal sealed class CaptionRacesTests
{
    private static readonly HandCaptured Hand = AllIn(1_500_000);

    private static readonly CaptionOrder Asked = new()
    {
        Template = "NAME",
        TriggerType = "manual",
        TriggerId = TriggerIds.Of(Hand),
        Subject = "4",
        SessionId = Hand.SessionId,
        StartTicks = Hand.StartTicks,
        Seat = 4,
    };

    private TestDatabase _database = null!;
    private SubtitleHost _host = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _database = await SubtitleHost.CreateDatabaseAsync();
        _host = await SubtitleHost.StartAsync(_database);
        await _host.CaptureAsync(Hand);
        await _host.DecidedAsync(1);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task A_revised_hand_that_comes_in_the_middle_of_a_correction_starts_from_it()
    {
        await _host.InScopeAsync(async provider =>
        {
            var database = provider.GetRequiredService<SubtitleDbContext>();
            await using var transaction = await database.Database.BeginTransactionAsync();
            var correction = new NameOverride();
            new NameOverrideKind().Write(Okafor, correction);
            correction.SignBy("anna", provider.GetRequiredService<TimeProvider>().GetUtcNow());
            database.Add(correction);
            await database.SaveChangesAsync();
            await provider.GetRequiredService<CaptionRefresh>().RefreshNamesAsync(["Okafr"], CancellationToken.None);
            await database.SaveChangesAsync();

            await _host.HappenAsync(new HandRevised { Hand = AllIn(1_400_000) with { Sequence = 2, Revision = 2 } });
            await OneWaitsAsync();
            await transaction.CommitAsync();
        });
        await _host.DecidedAsync(2);

        _host.Requests().Select(request => (request.Revision, request.Fields["player_name"], request.Fields["chips"])).Order()
            .Should().Equal((1, "OKAFR", "1,500,000"), (2, "OKAFOR", "1,500,000"), (3, "OKAFOR", "1,400,000"));
    }

    [Test]
    public async Task A_caption_asked_for_in_the_middle_of_a_revision_says_what_the_revision_says()
    {
        await using var connection = await _database.DataSource.OpenConnectionAsync();
        await using var revising = await connection.BeginTransactionAsync();
        await using var revision = new NpgsqlCommand(
            "SELECT 1 FROM subtitle.session FOR NO KEY UPDATE; UPDATE subtitle.hand SET facts = replace(facts::text, '1500000', '1400000')::json", connection, revising);
        await revision.ExecuteNonQueryAsync();

        var asking = _host.InScopeAsync(provider => provider.GetRequiredService<AskedCaptions>().AskAsync(Asked, "anna", idempotencyKey: null, CancellationToken.None));
        await OneWaitsAsync();
        await revising.CommitAsync();
        await asking;
        await _host.DeliveredAsync();

        AskedFor().Fields["chips"].Should().Be("1,400,000");
    }

    [Test]
    public async Task A_name_corrected_while_a_caption_is_being_asked_for_is_in_it()
    {
        await _host.InScopeAsync(async provider =>
        {
            await provider.GetRequiredService<PlayerBookReader>().ReadAsync(CancellationToken.None);
            await _host.InScopeAsync(other => other.GetRequiredService<ManualStore>().AddAsync(new NameOverrideKind(), Okafor, "anna", CancellationToken.None));
            await provider.GetRequiredService<AskedCaptions>().AskAsync(Asked, "anna", idempotencyKey: null, CancellationToken.None);
        });
        await _host.DeliveredAsync();

        AskedFor().Fields["player_name"].Should().Be("OKAFOR");
    }

    private static NameOverrideData Okafor => new() { ExportedName = "Okafr", CorrectedName = "Okafor" };

    private static HandCaptured AllIn(long chips) => SomeHand.Of(1, SomeHand.Winner(4, "Okafr", chips), SomeHand.Player(6, "Petrakis", 200_000)) with { IsAllIn = true };

    private RequestRender AskedFor() => _host.Captions().Single(caption => caption.TriggerType == "manual");

    private Task OneWaitsAsync() => Eventually.BecomesTrueAsync(
        "one transaction waits for the other",
        async () => await _database.ScalarAsync<long>("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'") == 1);
}
