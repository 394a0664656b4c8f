using FluentAssertions;
using Hub.Contracts.Render;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;

namespace Hub.Tests.Render.Working;

internal sealed class RenderJourneyTests : RenderSpec
{
    [Test]
    public async Task Every_request_becomes_one_clip()
    {
        var hub = await StartHubAsync();

        await hub.RequestAsync(Enumerable.Range(0, 20).Select(_ => Request()));

        await CountBecomesAsync(20, "status = 'completed' AND retry_count = 0 AND started_at IS NOT NULL AND completed_at IS NOT NULL");
        (await Database.ScalarAsync<long>("SELECT count(DISTINCT instruction_id) FROM render_outputs WHERE file_size > 0 AND frame_count = 10 AND width = 640 AND length(checksum) = 64")).Should().Be(20);
        ClipFiles().Should().HaveCount(20).And.OnlyContain(file => file.EndsWith(".mov", StringComparison.Ordinal));
        (await Database.ScalarAsync<long>("SELECT count(*) FROM render.lease")).Should().Be(0);
        await Eventually.BecomesTrueAsync("20 clips announced", () => Task.FromResult(hub.Events.Of<RenderCompleted>().Count == 20));
    }
}
