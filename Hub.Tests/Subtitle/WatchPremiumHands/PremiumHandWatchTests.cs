using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Contracts.Monitoring;
using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.WatchPremiumHands;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Subtitle.WatchPremiumHands;

internal sealed class PremiumHandWatchTests
{
    private TestDatabase _database = null!;
    private SubtitleHost _host = null!;
    private AlertProbe _alerts = null!;
    private string _rules = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _rules = Path.GetTempFileName();
        // No caption for premium hands.
        await File.WriteAllTextAsync(_rules, """{"version": 1, "rules": [{"name": "out", "trigger": "player_eliminated", "template": "Elimination", "per": "player", "players": "eliminated", "priority": 3}]}""");
        _database = await SubtitleHost.CreateDatabaseAsync();
        _host = await SubtitleHost.StartAsync(_database, before: null, ("Subtitle:RulesFile", _rules));
        _alerts = await AlertProbe.ListenAsync(_host.Services);
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
        File.Delete(_rules);
    }

    [Test]
    public async Task A_premium_hand_without_a_caption_is_told_once_and_no_longer_than_it_has_none()
    {
        await PlayAsync(Premium(minutesAgo: 11));

        await LookAsync();
        await LookAsync();

        var raised = await _alerts.RaisedAsync(AlertCodes.SubtitlePremiumHandWithoutRender);
        (raised.Severity, raised.Subject).Should().Be((AlertSeverity.Warning, $"FEATURE_TABLE_{SomeHand.Session} hand 1"));
        raised.Text.Should().StartWith("Hand 1 at Table Blue was a premium hand (full house), and no caption of it was asked for.");
        await AskAsync();
        await LookAsync();
        (await _alerts.ResolvedAsync(AlertCodes.SubtitlePremiumHandWithoutRender)).Subject.Should().Be(raised.Subject);
        _alerts.Raised(AlertCodes.SubtitlePremiumHandWithoutRender).Should().HaveCount(1);
    }

    [Test]
    public async Task Other_hands_and_those_with_a_caption_are_not_told(
        [Values("just played", "of yesterday", "ordinary", "backlog", "never played", "with a caption")] string hand)
    {
        var premium = Premium(minutesAgo: 11);
        await PlayAsync(hand switch
        {
            "just played" => Premium(minutesAgo: 9),
            "of yesterday" => Premium(minutesAgo: 25 * 60),
            "ordinary" => premium with { IsPremium = false },
            "backlog" => premium with { IsBacklog = true },
            "never played" => premium with { WasPlayed = false },
            _ => premium,
        });
        if (hand == "with a caption")
            await AskAsync();

        await LookAsync();

        (await _database.ScalarAsync<long>("SELECT count(*) FROM subtitle.hand WHERE missed_at IS NULL")).Should().Be(1);
    }

    [Test]
    public async Task A_hand_that_is_corrected_to_an_ordinary_one_is_forgiven()
    {
        var premium = Premium(minutesAgo: 11);
        await PlayAsync(premium);
        await LookAsync();

        await _host.HappenAsync(new HandRevised { Hand = premium with { IsPremium = false, Sequence = 2, Revision = 2 } });
        await _host.DecidedAsync(2);
        await LookAsync();

        await _alerts.ResolvedAsync(AlertCodes.SubtitlePremiumHandWithoutRender);
    }

    private static HandCaptured Premium(int minutesAgo) => SomeHand.Of(1, SomeHand.Winner(1, "KIM", 2_000_000)) with
    {
        IsPremium = true,
        HandRank = "full_house",
        StartTicks = TimeProvider.System.GetUtcNow().AddMinutes(-minutesAgo).UtcTicks,
    };

    private async Task PlayAsync(HandCaptured hand)
    {
        await _host.CaptureAsync(hand);
        await _host.DecidedAsync(1);
    }

    /// <summary>A caption of the only hand, as a person would ask for it.</summary>
    private Task<int> AskAsync() => _database.ExecuteAsync(
        """
        INSERT INTO subtitle.caption (trigger_type, trigger_id, template, subject, request_no, ordered_as, session_id, start_ticks, looks_back, names, moment, fields, revision, created_at)
        SELECT 'manual', 'x', 'NAME', '', 1, '{}', session_id, start_ticks, 0, '{}', '{}', '{}', 1, now() FROM subtitle.hand
        """);

    private async Task LookAsync()
    {
        await _host.InScopeAsync(provider => provider.GetServices<IRecurringJob>().OfType<PremiumHandWatch>().Single().RunAsync(CancellationToken.None));
    }
}
