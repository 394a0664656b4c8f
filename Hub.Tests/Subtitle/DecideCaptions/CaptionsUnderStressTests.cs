using System.Text.Json;
using FluentAssertions;
using Hub.Contracts.FeatureTable;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.DecideCaptions;

/// <summary>What must not change the captions: when hands arrive, what fails, who else is working, and a restart.</summary>
internal sealed class CaptionsUnderStressTests
{
    private TestDatabase _database = null!;

    [SetUp]
    public async Task CreateDatabaseAsync() => _database = await SubtitleHost.CreateDatabaseAsync();

    [TearDown]
    public async Task DropDatabaseAsync() => await _database.DisposeAsync();

    [Test]
    public async Task Backlog_is_stored_and_captioned_only_on_request([Values] bool captionBacklog)
    {
        await using var host = await SubtitleHost.StartAsync(_database, settings: ("Subtitle:CaptionBacklog", captionBacklog.ToString()));

        await host.CaptureAsync(Hands(1, 2, 3).Select(hand => hand with { IsBacklog = true }));
        await host.DecidedAsync(3);

        await host.StoredAsync(3);
        host.Requests().Should().HaveCount(captionBacklog ? Story.RequestsUpTo(3) : 0);
        host.Requests().Where(request => !request.IsBacklog).Should().BeEmpty();
    }

    [Test]
    public async Task Any_order_of_arrival_with_failed_commits_and_a_restart_on_the_way_gives_the_same_requests()
    {
        const int Length = 30;
        var shuffled = Enumerable.Range(1, Length).ToArray();
        new Random(20261125).Shuffle(shuffled);

        await using var undisturbed = await SubtitleHost.StartAsync(_database);
        await undisturbed.CaptureAsync(Hands([.. Enumerable.Range(1, Length)]));
        await undisturbed.DecidedAsync(Length);

        await using var other = await SubtitleHost.CreateDatabaseAsync();
        await FailFirstCommitsAsync(other, 10);
        SubtitleHost stopped;
        await using (stopped = await SubtitleHost.StartAsync(other))
        {
            await stopped.CaptureAsync(Hands(shuffled[..20]));
        }

        await using var restarted = await SubtitleHost.StartAsync(other, before: stopped);
        await restarted.CaptureAsync(Hands(shuffled));
        await restarted.DecidedAsync(Length);

        Keys(undisturbed).Should().HaveCount(Story.RequestsUpTo(Length)).And.OnlyHaveUniqueItems();
        Keys(restarted).Should().OnlyHaveUniqueItems();
        Texts(restarted).Except(Texts(undisturbed), StringComparer.Ordinal).Should().BeEmpty("nothing else is asked for");
        Texts(undisturbed).Except(Texts(restarted), StringComparer.Ordinal).Should().BeEmpty("nothing is missing");
    }

    [Test]
    public async Task Two_hosts_that_race_for_one_session_ask_for_each_caption_once()
    {
        const int Length = 30;
        await using var left = await SubtitleHost.StartAsync(_database);
        await using var right = await SubtitleHost.StartAsync(_database, before: left);

        await Task.WhenAll(
            left.CaptureAsync(Hands([.. Enumerable.Range(1, Length)])),
            right.CaptureAsync(Hands([.. Enumerable.Range(1, Length).Reverse()])));
        await left.DecidedAsync(Length);

        Keys(left).Should().HaveCount(Story.RequestsUpTo(Length)).And.OnlyHaveUniqueItems();
    }

    private static IEnumerable<HandCaptured> Hands(params int[] sequences) => sequences.Select(sequence => Story.Hand(sequence));

    private static IEnumerable<string> Keys(SubtitleHost host)
        => host.Requests().Select(request => $"{request.TriggerType} {request.TriggerId} {request.TemplateName} {request.Subject}");

    private static IEnumerable<string> Texts(SubtitleHost host) => host.Requests()
        .Select(request => JsonSerializer.Serialize(request with { Fields = new SortedDictionary<string, string>(request.Fields.ToDictionary(), StringComparer.Ordinal) }));

    // The work of a message is done and rolled back, as when the process dies just before its commit.
    private static Task<int> FailFirstCommitsAsync(TestDatabase database, int commits) => database.ExecuteAsync(
        $"""
        CREATE SEQUENCE commit_no;
        CREATE FUNCTION fail_first_commits() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF nextval('commit_no') <= {commits} THEN RAISE EXCEPTION 'the commit failed'; END IF;
            RETURN NULL;
        END $$;
        CREATE CONSTRAINT TRIGGER fail_first_commits AFTER INSERT ON subtitle.hand_event
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fail_first_commits();
        """);
}
