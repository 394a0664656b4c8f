using FluentAssertions;
using Hub.Modules.Render.Clips;
using Hub.Tests.Render.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Render.Clips;

internal sealed class ClipSweepTests : RenderSpec
{
    [Test]
    public async Task The_sweep_removes_files_of_abandoned_claims_and_nothing_else()
    {
        var hub = await StartHubAsync();
        var abandoned = await WriteFilesAsync("abandoned");
        var judgedLater = await WriteFilesAsync("taken from its worker but not judged yet");
        var unknown = await WriteFilesAsync("of another installation");
        var finished = await WriteFilesAsync("finished, and somebody thinks it was not");
        await File.WriteAllTextAsync(Path.Combine(ClipFolder, "final.mov"), "published");
        await Database.ExecuteAsync(
            $"""
             INSERT INTO render_instructions (template_name, status, claim_id) VALUES ('Test Card', 'processing', '{judgedLater}'), ('Test Card', 'failed', '{abandoned}');
             INSERT INTO render.abandoned_claim (claim_id) VALUES ('{abandoned}'), ('{judgedLater}'), ('{finished}');
             INSERT INTO render_outputs (instruction_id, output_path, claim_id) VALUES (1, '', '{finished}');
             """);

        await hub.InScopeAsync(provider => provider.GetRequiredService<ClipSweep>().SweepAsync(CancellationToken.None));

        ClipFiles().Should().BeEquivalentTo(
            "final.mov",
            ClipName.For("Test Card", 1, 1, judgedLater, ".mov"), ClipName.For("Test Card", 1, 1, judgedLater, ".mov.part"),
            ClipName.For("Test Card", 1, 1, finished, ".mov"), ClipName.For("Test Card", 1, 1, finished, ".mov.part"),
            ClipName.For("Test Card", 1, 1, unknown, ".mov"), ClipName.For("Test Card", 1, 1, unknown, ".mov.part"));
    }

    [Test]
    public async Task A_short_run_leaves_no_files_of_an_abandoned_claim()
    {
        var hub = await StartHubAsync();
        await hub.RequestAsync(Request());
        await CountBecomesAsync(1, "status = 'completed'");
        var abandoned = await WriteFilesAsync("abandoned after the first sweep");
        await Database.ExecuteAsync($"INSERT INTO render.abandoned_claim (claim_id) VALUES ('{abandoned}')");

        await hub.StopAsync();

        ClipFiles().Should().ContainSingle().Which.Should().NotContain($"{abandoned:N}");
    }

    private async Task<Guid> WriteFilesAsync(string content)
    {
        var claim = Guid.NewGuid();
        Directory.CreateDirectory(ClipFolder);
        await File.WriteAllTextAsync(Path.Combine(ClipFolder, ClipName.For("Test Card", 1, 1, claim, ".mov")), content);
        await File.WriteAllTextAsync(Path.Combine(ClipFolder, ClipName.For("Test Card", 1, 1, claim, ".mov.part")), content);
        return claim;
    }
}
