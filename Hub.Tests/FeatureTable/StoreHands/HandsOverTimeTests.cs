using FluentAssertions;
using Hub.Modules.FeatureTable.StoreHands;
using Hub.Tests.FeatureTable.Hosting;
using Hub.Tests.FeatureTable.Samples;
using Hub.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.FeatureTable.StoreHands;

/// <summary>The last hand of a file can change or vanish, and its copies are found in any order.</summary>
internal sealed class HandsOverTimeTests
{
    private const string PlainId = "FEATURE_TABLE_639084204000000000";
    private TestDatabase _database = null!;
    private FeatureTableHost _host = null!;
    private long _session = 639084204000000000;

    /// <summary>Hands 1 and 2, the second dealt and not played.</summary>
    private SampleExport WithCalledOff => Session().With(SampleHand.Ordinary(1), SampleHand.NeverPlayed(2));

    /// <summary>Hand 2 as it was played a minute later.</summary>
    private static SampleHand Played => SampleHand.Ordinary(2).At(SampleHand.NeverPlayed(2).Start.AddMinutes(1));

    private SampleExport WithPlayed => Session().With(SampleHand.Ordinary(1), Played);

    private string Id => PlainId.Replace("639084204000000000", $"{_session}", StringComparison.Ordinal);

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await FeatureTableHost.CreateDatabaseAsync();
        _host = await FeatureTableHost.StartAsync(_database);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [SetUp]
    public void BeginAnotherSession() => _session++;

    [Test]
    public async Task A_hand_that_was_called_off_makes_way_for_the_one_that_was_played()
    {
        await TakeInAsync(WithCalledOff, modified: 1);
        await TakeInAsync(WithPlayed, modified: 2);

        (await RowsAsync("hand_number || ' ' || table_id || ' ' || was_played || ' ' || (called_off_at IS NOT NULL)"))
            .Should().Equal($"1 {Id} true false", $"2 {Id}~void1 false true", $"2 {Id} true false");
        await Eventually.BecomesTrueAsync("the hand was called off over the bus", () => Task.FromResult(CalledOff.Length == 1 && Captured.Length == 3));
        CalledOff.Single().Should().BeEquivalentTo(new { HandNumber = 2, StartTicks = SampleHand.NeverPlayed(2).Start.UtcTicks, Sequence = 3L, TableId = $"{Id}~void1" });
        Captured.Should().ContainSingle(hand => hand.Sequence == 4).Which.Should().BeEquivalentTo(new { HandNumber = 2, TableId = Id, WasPlayed = true });
    }

    [Test]
    public async Task Found_the_other_way_round_it_ends_in_the_same_rows_and_is_never_announced()
    {
        await TakeInAsync(WithPlayed, modified: 2);
        await TakeInAsync(WithCalledOff, modified: 1);

        (await RowsAsync("hand_number || ' ' || table_id || ' ' || was_played || ' ' || (called_off_at IS NOT NULL)"))
            .Should().Equal($"1 {Id} true false", $"2 {Id}~void1 false true", $"2 {Id} true false");
        await Eventually.BecomesTrueAsync("two hands were announced", () => Task.FromResult(Captured.Length == 2));
        CalledOff.Should().BeEmpty();
    }

    [Test]
    public async Task An_old_copy_never_brings_a_called_off_hand_back()
    {
        await TakeInAsync(WithCalledOff, modified: 1);
        await TakeInAsync(WithPlayed, modified: 2);
        await TakeInAsync(WithCalledOff, modified: 1);
        await TakeInAsync(Session().With(SampleHand.NeverPlayed(2)), modified: 9, replaces: WithPlayed);

        (await RowsAsync("hand_number || ' ' || table_id || ' ' || revision")).Should().Equal($"1 {Id} 1", $"2 {Id}~void1 1", $"2 {Id} 1");
    }

    [Test]
    public async Task A_newer_copy_that_has_the_hand_again_does()
    {
        await TakeInAsync(WithCalledOff, modified: 1);
        await TakeInAsync(WithPlayed, modified: 2);
        await TakeInAsync(Session().With(SampleHand.Ordinary(1), SampleHand.Ordinary(2), Played), modified: 3);

        (await RowsAsync("hand_number || ' ' || table_id || ' ' || was_played || ' ' || revision")).Should().Equal($"1 {Id} true 1", $"2 {Id} true 2", $"2 {Id}~2 true 1");
    }

    [Test]
    public async Task A_hand_without_events_that_stays_in_the_file_is_no_hand_called_off()
    {
        await TakeInAsync(WithCalledOff, modified: 1);
        await TakeInAsync(Session().With(SampleHand.Ordinary(1), SampleHand.NeverPlayed(2), Played), modified: 2);

        (await RowsAsync("hand_number || ' ' || table_id")).Should().Equal($"1 {Id}", $"2 {Id}", $"2 {Id}~2");
    }

    [Test]
    public async Task Hands_called_off_one_after_the_other_are_all_kept()
    {
        await TakeInAsync(WithCalledOff, modified: 1);
        await TakeInAsync(Session().With(SampleHand.Ordinary(1), SampleHand.NeverPlayed(2).At(SampleHand.NeverPlayed(2).Start.AddSeconds(20))), modified: 2);
        await TakeInAsync(WithPlayed, modified: 3);

        (await RowsAsync("hand_number || ' ' || table_id")).Should().Equal($"1 {Id}", $"2 {Id}~void1", $"2 {Id}~void2", $"2 {Id}");
    }

    [Test]
    public async Task A_called_off_hand_counts_nowhere()
    {
        await TakeInAsync(WithCalledOff, modified: 1);
        await TakeInAsync(WithPlayed, modified: 2);
        await using var api = await FeatureTableApi.StartAsync(_database);

        (await api.NumbersAsync($"/api/v1/hands?table_id={Id}")).Should().Equal(2, 1);
        (await api.NumbersAsync($"/api/v1/hands?table_id={Id}~void1")).Should().BeEmpty();
        (await api.NumbersAsync($"/api/v1/hands?table_id={Id}~void1&called_off=true")).Should().Equal(2);
    }

    [Test]
    public async Task A_revision_is_announced_with_the_next_sequence()
    {
        await TakeInAsync(Session().With(SampleHand.Ordinary(1), SampleHand.PutBack(2)), modified: 1);
        await TakeInAsync(Session().With(SampleHand.Ordinary(1), SampleHand.Ordinary(2), SampleHand.Ordinary(3)), modified: 2);

        await Eventually.BecomesTrueAsync("the revision arrived", () => Task.FromResult(Revised.Length == 1 && Captured.Length == 3));
        Revised.Single().Should().BeEquivalentTo(new { HandNumber = 2, Sequence = 3L, Revision = 2, IsBacklog = true });
        Revised.Single().Players.Single(player => player.Seat == 2).EndStack.Should().Be(20_900);
        Captured.Select(hand => hand.Sequence).Should().BeEquivalentTo([1L, 2L, 4L]);
    }

    [TestCase(1, 2)]
    [TestCase(2, 1)]
    public async Task Of_two_copies_with_the_same_hands_the_file_changed_later_counts_whichever_is_read_first(params int[] order)
    {
        foreach (var modified in order)
            await TakeInAsync(Session().With(modified == 1 ? SampleHand.PutBack(1) : SampleHand.Ordinary(1)), modified);

        (await RowsAsync("players_json -> 0 ->> 'end_stack'")).Should().Equal("20900");
    }

    [Test]
    public async Task A_copy_made_late_of_what_was_replaced_changes_nothing()
    {
        var (written, writtenAgain) = (Session().With(SampleHand.PutBack(1)), Session().With(SampleHand.Ordinary(1)));
        await TakeInAsync(written, modified: 1);
        await TakeInAsync(writtenAgain, modified: 2);
        await TakeInAsync(written, modified: 3);
        await TakeInAsync(writtenAgain, modified: 2);

        (await RowsAsync("(players_json -> 0 ->> 'end_stack') || ' ' || revision")).Should().Equal("20900 2");
    }

    [Test]
    public async Task A_file_written_anew_counts_even_if_its_clock_went_back_or_it_says_again_what_it_once_said()
    {
        var (written, writtenAgain) = (Session().With(SampleHand.Ordinary(1)), Session().With(SampleHand.PutBack(1)));
        await TakeInAsync(written, modified: 7);
        await TakeInAsync(writtenAgain, modified: 5, replaces: written);
        (await RowsAsync("players_json -> 0 ->> 'end_stack'")).Should().Equal("20000");

        await TakeInAsync(written, modified: 6, replaces: writtenAgain);
        (await RowsAsync("players_json -> 0 ->> 'end_stack'")).Should().Equal("20900");
    }

    [Test]
    public async Task What_changes_nothing_that_is_stored_is_no_revision()
    {
        var again = SampleHand.Ordinary(1).ToJson();
        again["Events"]![1]!["Pot"] = 1800;
        await TakeInAsync(Session().With(SampleHand.Ordinary(1)), modified: 1);
        await TakeInAsync(Session().WithRaw(again).With(SampleHand.Ordinary(2)), modified: 2);

        await Eventually.BecomesTrueAsync("the second hand was announced", () => Task.FromResult(Captured.Length == 2));
        Captured.Select(hand => hand.Sequence).Should().BeEquivalentTo([1L, 2L]);
        (await RowsAsync("revision::text")).Should().Equal("1", "1");
    }

    [Test]
    public async Task A_hand_found_called_off_that_a_newer_copy_has_is_announced_then()
    {
        await TakeInAsync(WithPlayed, modified: 2);
        await TakeInAsync(WithCalledOff, modified: 1);
        await TakeInAsync(Session().With(SampleHand.Ordinary(1), SampleHand.NeverPlayed(2), Played), modified: 3);

        (await RowsAsync("hand_number || ' ' || table_id")).Should().Equal($"1 {Id}", $"2 {Id}", $"2 {Id}~2");
        await Eventually.BecomesTrueAsync("the hand was announced", () => Task.FromResult(Captured.Length == 3));
        Captured.Select(hand => hand.Sequence).Should().BeEquivalentTo([1L, 2L, 3L]);
    }

    [TestCase(4, false)]
    [TestCase(30, true)]
    public async Task A_hand_in_a_file_read_for_the_first_time_is_live_if_it_was_just_played(int minutesAgo, bool isBacklog)
    {
        await TakeInAsync(Session().With(SampleHand.Ordinary(1).At(TimeProvider.System.GetUtcNow().AddMinutes(-minutesAgo))), modified: 1);

        (await RowsAsync("is_backlog::text")).Should().Equal(isBacklog ? "true" : "false");
    }

    [Test]
    public async Task A_corrected_name_and_a_change_of_seat_leave_the_hands_what_they_are()
    {
        await TakeInAsync(Session().With(SampleHand.Ordinary(1)), modified: 1);
        await TakeInAsync(
            Session().With(SampleHand.Ordinary(1), SampleHand.Number(2).Seat(5, 20_900, 21_800, "As Kd", "Player Two").Seat(6, 29_900, 29_000, "7c 2d", "Player 3").Blinds(100, at: 6, 400, bigAt: 6).Play("5 bets 900, 6 folds")),
            modified: 2);

        (await RowsAsync("hand_number || ' ' || revision || ' ' || winner")).Should().Equal("1 1 Player 2", "2 1 Player Two");
    }

    private Hub.Contracts.FeatureTable.HandCaptured[] Captured => [.. _host.Captured.Where(hand => hand.SessionId == _session)];

    private Hub.Contracts.FeatureTable.HandCaptured[] Revised => [.. _host.Revised.Where(hand => hand.SessionId == _session)];

    private Hub.Contracts.FeatureTable.HandCalledOff[] CalledOff => [.. _host.CalledOff.Where(hand => hand.SessionId == _session)];

    private SampleExport Session() => SampleExport.Session(_session);

    private async Task TakeInAsync(SampleExport export, long modified, SampleExport? replaces = null)
        => await _host.Services.GetRequiredService<HandIntake>().TakeInAsync(export.ToCopy(modified, replaces), CancellationToken.None);

    private async Task<IReadOnlyList<string>> RowsAsync(string expression)
        => await _database.ScalarAsync<string[]>($"SELECT array(SELECT {expression} FROM hands WHERE session_id = {_session} ORDER BY start_ticks)") ?? [];
}
