using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.Tournaments;

/// <summary>What happens in a tournament, and the captions that Render is asked for.</summary>
internal sealed class TournamentCaptionsTests
{
    private const string Rules =
        """
        { "version": 1, "rules": [
            { "name": "level", "trigger": "level_change", "per": "tournament", "template": "Block Transition Level-Blinds" },
            { "name": "money", "trigger": "itm_reached", "per": "tournament", "template": "Payouts" }
        ] }
        """;

    private string _file = "";
    private TournamentTable _table = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(_file, Rules);
        _table = await TournamentTable.CreateAsync(("Subtitle:RulesFile", _file));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _table.DisposeAsync();
        File.Delete(_file);
    }

    [Test]
    public async Task A_moment_is_captioned_once_from_what_the_file_says_even_when_the_hub_died_before_it_was_noted()
    {
        await _table.TakeAsync("blind_structure.csv", Exports.Levels);
        await _table.PlayAsync(level: 9);
        await _table.Database.ExecuteAsync(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'the disk is full'; END $$;
            CREATE TRIGGER refuse BEFORE UPDATE ON subtitle.csv_file FOR EACH ROW EXECUTE FUNCTION refuse();
            """);
        await FluentActions.Awaiting(() => _table.PlayAsync(level: 10)).Should().ThrowAsync<Exception>();
        await _table.Database.ExecuteAsync("DROP FUNCTION refuse CASCADE");

        await _table.PlayAsync(level: 10);
        await _table.PlayAsync(level: 10, left: 119);

        var request = (await RequestsAsync(1)).Single();
        request.TemplateName.Should().Be("Block Transition Level-Blinds");
        request.TriggerType.Should().Be("level_change");
        request.TriggerId.Should().Be($"{TournamentTable.WinterCode}/level/10");
        request.Fields["blinds"].Should().Be("1.5K/3K (3K)");
    }

    [Test]
    public async Task A_corrected_payout_is_written_anew_and_the_course_of_play_is_not()
    {
        await _table.TakeAsync("payout_structure.csv", Exports.Payouts);
        await _table.PlayAsync(left: 20);
        await _table.PlayAsync(left: 15);
        await RequestsAsync(1);

        await _table.TakeAsync("payout_structure.csv", Exports.Payouts.Replace("$500,000", "$510,000", StringComparison.Ordinal));
        await RequestsAsync(2);
        await _table.PlayAsync(left: 11);
        await _table.TakeAsync("player_chips.csv", Exports.Chips);

        var requests = await RequestsAsync(2);
        requests.Should().OnlyContain(request => request.TemplateName == "Payouts" && request.TriggerId == $"{TournamentTable.WinterCode}/itm");
        requests.OrderBy(request => request.Revision).Select(request => request.Fields["slot1_prize"]).Should().Equal("$500,000", "$510,000");
    }

    [Test]
    public async Task Backlog_is_not_captioned()
    {
        await _table.TakeAsync("payout_structure.csv", Exports.Payouts);
        await _table.PlayAsync(level: 20, left: 9);
        await _table.PlayAsync(level: 20, left: 8);

        (await _table.Host.PendingAsync("undelivered messages")).Should().Be(0);
        _table.Host.Requests(TournamentTable.WinterCode).Should().BeEmpty();
    }

    /// <summary>Waits until Render was asked so often about tournament 12 and nothing more is on its way.</summary>
    private async Task<IReadOnlyList<RequestRender>> RequestsAsync(int count)
    {
        await Eventually.BecomesTrueAsync($"Render is asked {count} times", () => Task.FromResult(_table.Host.Requests(TournamentTable.WinterCode).Count >= count));
        await Eventually.BecomesTrueAsync("nothing is on its way", async () => await _table.Host.PendingAsync("undelivered messages") == 0);
        return _table.Host.Requests(TournamentTable.WinterCode).Should().HaveCount(count).And.Subject.ToList();
    }
}
