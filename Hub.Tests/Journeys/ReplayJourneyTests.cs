using System.Text;
using FluentAssertions;
using Hub.Host.Commands.Replay;
using Hub.Modules.Kernel;
using Hub.Tests.FeatureTable.Hosting;
using Hub.Tests.Support;
using Hub.Tests.Support.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Journeys;

/// <summary>A session that is watched while it is written, with everything that real ones do to their files, ends as if it had been read once, in peace.</summary>
[Parallelizable(ParallelScope.Children)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ReplayJourneyTests
{
    /// <summary>Long enough for the watcher, which looks every 50 ms, to see many of the states, and short enough to miss others.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(400);

    /// <summary>With a repeated number at hands 9 and 10.</summary>
    private static readonly PgfxSession Exported = SessionGenerator.Generate(SampleSessions.FeatureTable).After(12);

    private const string Rows =
        """
        select array(
            select concat_ws(' ', table_id, hand_number, source, hand_rank, pot_size, winner, players_json, community_cards_json, actions_json, duration_seconds,
                start_ticks, was_played, is_all_in, grade, small_blind, big_blind, ante, button_seat, warnings_json)
            from hands
            where table_id not like '%~void%'
            order by start_ticks)
        """;

    [Test]
    public async Task A_watched_session_ends_in_the_rows_of_a_quiet_read([Values] ReplayMode mode)
    {
        var session = RecordedSession.Read(Encoding.UTF8.GetBytes(PgfxText.File(Exported)));
        using var folder = new SourceFolder();
        await using var watched = await FeatureTableHost.CreateDatabaseAsync();
        await using (var host = await FeatureTableHost.StartAsync(watched, folder.Folder))
        {
            await new SessionPlayer(folder.Folder, Pace, TimeProvider.System).PlayAsync(
                new ReplayScript(session, Path.Combine("2026-09-12", session.FileName), HabitsOf(mode), seed: (int)mode),
                _ => Task.CompletedTask,
                CancellationToken.None);
            await NothingIsUnreadAsync(host);
        }

        (await RowsAsync(watched)).Should().Equal(await QuietReadAsync(session));
    }

    private static async Task<string[]> QuietReadAsync(RecordedSession session)
    {
        using var folder = new SourceFolder();
        await File.WriteAllBytesAsync(Path.Combine(folder.Folder, session.FileName), session.After(session.HandCount).ToArray());
        await using var database = await FeatureTableHost.CreateDatabaseAsync();
        await using var host = await FeatureTableHost.StartAsync(database, folder.Folder);
        await NothingIsUnreadAsync(host);
        var rows = await RowsAsync(database);
        rows.Should().HaveCount(session.HandCount);
        return rows;
    }

    private static async Task<string[]> RowsAsync(TestDatabase database) => await database.ScalarAsync<string[]>(Rows) ?? [];

    private static ReplayHabits HabitsOf(ReplayMode mode) => mode switch
    {
        ReplayMode.Plain => ReplayHabits.None,
        ReplayMode.Rewrites => ReplayHabits.Rewrites,
        ReplayMode.CalledOffHands => ReplayHabits.CalledOffHands,
        ReplayMode.TornWrites => ReplayHabits.TornWrites,
        ReplayMode.Touches => ReplayHabits.Touches,
        ReplayMode.StaleCopies => ReplayHabits.StaleCopies | ReplayHabits.Rewrites,
        _ => ReplayHabits.All,
    };

    private static async Task NothingIsUnreadAsync(FeatureTableHost host)
    {
        var unread = host.Services.GetServices<IPendingWork>();
        await Eventually.BecomesTrueAsync("every file is read", async () =>
        {
            foreach (var work in unread)
            {
                if (await work.CountAsync(CancellationToken.None) > 0)
                    return false;
            }

            return true;
        });
    }

    /// <summary>One habit alone, or all of them at once.</summary>
    internal enum ReplayMode
    {
        Plain = 1,
        Rewrites,
        CalledOffHands,
        TornWrites,
        Touches,
        StaleCopies,
        Everything,
        EverythingElsewise,
    }
}
