using FluentAssertions;
using Hub.Contracts.Monitoring;
using Hub.Contracts.Render;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;

namespace Hub.Tests.Render.Fitness;

/// <summary>
/// The clip folder fails in the middle of a clip. Nothing is charged, nothing half lies under a final name, an alert is raised and
/// resolved, and after the repair the clip is made without anybody's help.
/// </summary>
internal sealed class BrokenOutputTests : RenderSpec
{
    private string Go => Path.Combine(Folder, "go");

    [Test]
    public async Task A_folder_that_is_gone_and_comes_back()
    {
        var hub = await StartHubAsync();
        await BeginAsync(hub, $"wait-for {Go}");
        var away = Path.Combine(Folder, "away");
        Directory.Move(ClipFolder, away);
        await File.WriteAllTextAsync(ClipFolder, "in its place is a file");

        await FailAsync(hub, AlertCodes.RenderOutputUnwritable);
        File.Delete(ClipFolder);
        Directory.Move(away, ClipFolder);

        await RecoverAsync(hub, AlertCodes.RenderOutputUnwritable);
    }

    [Test]
    public async Task A_disk_that_fills_up()
    {
        using var mount = MountOrIgnore(megabytes: 12);
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request());
        await CountBecomesAsync(1, "status = 'completed'");
        var ballast = Path.Combine(ClipFolder, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[8 << 20]);

        // Its guess is 1.5 MB, so it is begun.
        await hub.RequestAsync(Request("write 6"));
        await CountBecomesAsync(1, "status = 'pending' AND unfit_attempts >= 1 AND retry_count = 0");
        await Eventually.BecomesTrueAsync("the alert is raised", () => Task.FromResult(hub.Events.Of<AlertRaised>().Any(alert => alert.Code == AlertCodes.RenderOutputUnwritable)));
        await Eventually.BecomesTrueAsync("nothing is left of the attempt", () => Task.FromResult(ClipFiles().Count(file => file.StartsWith("clip", StringComparison.Ordinal)) == 1));
        File.Delete(ballast);

        await CountBecomesAsync(2, "status = 'completed' AND retry_count = 0");
        new FileInfo((await Database.ScalarAsync<string>("SELECT output_path FROM render_outputs ORDER BY id DESC LIMIT 1"))!).Length.Should().BeGreaterThan(6 << 20);
        ClipFiles().Should().HaveCount(2);
    }

    [Test]
    public async Task A_disk_that_is_full_before_the_clip_is_begun()
    {
        using var mount = MountOrIgnore(megabytes: 12);
        var filler = mount.Fill();
        var hub = await StartHubAsync(("Worker:DiskReserveMegabytes", "2"));
        await hub.RequestAsync(Request());

        await Eventually.BecomesTrueAsync("the alert is raised", () => Task.FromResult(hub.Events.Of<AlertRaised>().Count > 0));
        await CountBecomesAsync(1, "status = 'pending' AND retry_count = 0");
        File.Delete(filler);

        await CountBecomesAsync(1, "status = 'completed' AND retry_count = 0");
        hub.Events.Of<RenderStarted>().Should().ContainSingle("it was not begun in vain");
        await Eventually.BecomesTrueAsync("the alert is resolved", () => Task.FromResult(hub.Events.Of<AlertResolved>().Count == hub.Events.Of<AlertRaised>().Count));
    }

    [Test]
    public async Task A_share_that_turns_read_only()
    {
        using var mount = MountOrIgnore(megabytes: 12);
        var hub = await StartHubAsync();
        await BeginAsync(hub, $"wait-for {Go}");
        await mount.MakeReadOnlyAsync();

        await FailAsync(hub, AlertCodes.RenderOutputUnwritable);
        mount.MakeWritable();

        await RecoverAsync(hub, AlertCodes.RenderOutputUnwritable);
    }

    [Test]
    public async Task A_share_that_is_not_mounted_any_more_is_not_taken_for_an_empty_folder()
    {
        using var mount = MountOrIgnore(megabytes: 12);
        var hub = await StartHubAsync();
        await BeginAsync(hub, $"wait-for {Go}");
        mount.TakeAway();

        await FailAsync(hub, AlertCodes.RenderOutputUnwritable);
        Directory.EnumerateFileSystemEntries(ClipFolder).Should().BeEmpty("nothing goes to the local disk below the mount point");
        using var again = MountOrIgnore(megabytes: 12);

        await RecoverAsync(hub, AlertCodes.RenderOutputUnwritable);
    }

    /// <summary>One clip is half done.</summary>
    private async Task BeginAsync(RenderHub hub, string order)
    {
        await hub.RequestAsync(Request(order));
        await Eventually.BecomesTrueAsync("the engine writes", () => Task.FromResult(ClipFiles().Count == 1));
    }

    /// <summary>The clip comes to its end, and the disk does not take it.</summary>
    private async Task FailAsync(RenderHub hub, string code)
    {
        await File.WriteAllTextAsync(Go, "");
        await CountBecomesAsync(1, "status = 'pending' AND unfit_attempts = 1 AND retry_count = 0 AND lost_workers = 0");
        await Eventually.BecomesTrueAsync("the alert is raised", () => Task.FromResult(hub.Events.Of<AlertRaised>().Any(alert => alert.Code == code)));
        hub.Events.Of<RenderHandedBack>().Should().ContainSingle().Which.Reason.Should().Contain(ClipFolder);
    }

    private async Task RecoverAsync(RenderHub hub, string code)
    {
        await CountBecomesAsync(1, "status = 'completed' AND retry_count = 0 AND error_message IS NULL");
        await Eventually.BecomesTrueAsync("the alert is resolved", () => Task.FromResult(hub.Events.Of<AlertResolved>().Any(alert => alert.Code == code)));
        hub.Events.Of<AlertRaised>().Should().ContainSingle();
        await Eventually.BecomesTrueAsync("only the clip is left, whole", () => Task.FromResult(ClipFiles() is [var file] && file.EndsWith(".mov", StringComparison.Ordinal)));
        (await File.ReadAllTextAsync(Path.Combine(ClipFolder, ClipFiles()[0]))).Should().EndWith("KIM");
    }

    /// <summary>Where mounting is not permitted, the folder that is gone has to stand for all.</summary>
    private Mount MountOrIgnore(int megabytes)
    {
        if (Mount.TryMake(ClipFolder, megabytes) is { } mount)
        {
            return mount;
        }

        Assert.Ignore("Mounting is not permitted here; the folder that is gone stands for all.");
        throw new InvalidOperationException();
    }
}
