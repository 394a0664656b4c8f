using System.Diagnostics;
using FluentAssertions;
using Hub.Tests.Support;

namespace Hub.Tests.Journeys.Workers;

/// <summary>Workers die all the time and Redis forgets everything: each clip is made once, and nobody has to do anything.</summary>
internal sealed class RenderFarmJourneyTests
{
    private const int Workers = 3;
    private static readonly TimeSpan BetweenKills = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Test]
    public Task Every_clip_is_made_once_although_workers_die_and_redis_forgets() => SurviveAsync(clips: 60);

    [Test]
    [Category("Long")]
    public Task Three_hundred_clips_are_made_once_although_workers_die_and_redis_forgets() => SurviveAsync(clips: 300);

    private static async Task SurviveAsync(int clips)
    {
        await using var farm = await RenderFarm.StartAsync();
        for (var worker = 0; worker < Workers; worker++)
            farm.Workers.Add();
        await farm.WorkersAreKnownAsync();
        await farm.AskForClipsAsync(clips);

        var started = Stopwatch.GetTimestamp();
        using var done = new CancellationTokenSource();
        var killing = KillAsync(farm, done.Token);
        foreach (var share in (long[])[clips / 3, 2 * clips / 3])
        {
            await CompletedAsync(farm, share);
            await farm.LoseEverythingInRedisAsync();
        }

        await CompletedAsync(farm, clips);
        await done.CancelAsync();
        var kills = await killing;
        await TestContext.Out.WriteLineAsync(
            $"{clips} clips by {await farm.MakersAsync()} processes in {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s, {kills} of them killed, Redis flushed twice");

        (await farm.StatusesAsync()).Should().Be($"completed {clips}");
        (await farm.NotMadeOnceAsync()).Should().Be(0);
        kills.Should().BePositive();
        await farm.FilesSettleAsync();
        await farm.EveryClipDecodesAsync();
    }

    private static Task CompletedAsync(RenderFarm farm, long clips)
        => Eventually.BecomesTrueAsync($"{clips} clips are made", async () => await farm.CompletedAsync() >= clips, Patience);

    private static async Task<int> KillAsync(RenderFarm farm, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(BetweenKills);
        for (var kills = 0; ; kills++)
        {
            try
            {
                await timer.WaitForNextTickAsync(cancellationToken);
            }
            catch (OperationCanceledException)
            {
                return kills;
            }

            // Where all processes together have too little of a processor to start in time, death would come before work.
            await farm.WorkersAreKnownAsync();
            await farm.Workers.ReplaceOldestAsync();
        }
    }
}
