using System.IO.Compression;
using FluentAssertions;
using Hub.Modules.Render.Clips;
using Hub.Tests.Render.Api;
using Hub.Tests.Render.Support;
using Hub.Tests.Support;

namespace Hub.Tests.Render.Clips;

internal sealed class SequenceTests : RenderSpec
{
    [Test]
    public async Task A_sequence_appears_as_a_whole_folder_is_published_by_name_and_given_out_as_a_zip()
    {
        await StartHubAsync();
        await Database.ExecuteAsync(
            """
            INSERT INTO render_instructions (template_name, layer_data_json, output_settings_json, output_filename)
            VALUES ('Test Card', '{"do": "succeed", "title": "KIM"}', '{"format": "png_sequence", "duration_frames": 3}', 'final.png');
            """);
        await CountBecomesAsync(1, "status = 'completed'");

        var folder = (await Database.ScalarAsync<string>("SELECT output_path FROM render_outputs WHERE frame_count = 3 AND file_size = 33 AND checksum IS NOT NULL"))!;
        Directory.GetFiles(folder).Should().HaveCount(3).And.OnlyContain(frame => Path.GetFileName(frame).StartsWith("clip-Test-Card_1-1-", StringComparison.Ordinal));
        var copy = Path.Combine(ClipFolder, "final");
        await Eventually.BecomesTrueAsync("the copy it asked for", () => Task.FromResult(Directory.Exists(copy)));
        Directory.GetFiles(copy).Select(Path.GetFileName).Should().BeEquivalentTo("final_00000.png", "final_00001.png", "final_00002.png");

        await using var api = await RenderApi.StartAsync(Database.ConnectionString, Folder);
        using var zip = new ZipArchive(await api.Http.GetStreamAsync(new Uri("/api/v1/outputs/1/clip", UriKind.Relative)));
        zip.Entries.Should().HaveCount(3);
    }

    [Test]
    public async Task What_an_abandoned_attempt_left_of_a_sequence_is_removed()
    {
        var hub = await StartHubAsync();
        var claim = Guid.NewGuid();
        var leftover = Path.Combine(ClipFolder, ClipName.For("Test Card", 7, 1, claim, "") + ClipName.PartSuffix);
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(leftover).FullName, "clip_00000.png"), "");
        await Database.ExecuteAsync($"INSERT INTO render.abandoned_claim (claim_id) VALUES ('{claim}')");

        await hub.InScopeAsync(async provider => await ((ClipSweep)provider.GetService(typeof(ClipSweep))!).SweepAsync(CancellationToken.None));

        Directory.Exists(leftover).Should().BeFalse();
    }

    [Test]
    public async Task Publishing_again_replaces_earlier_frames_and_nothing_else()
    {
        var clip = Directory.CreateDirectory(Path.Combine(Folder, "clip_1")).FullName;
        await File.WriteAllTextAsync(Path.Combine(clip, "clip_1_00000.png"), "new");
        var copy = Directory.CreateDirectory(Path.Combine(Folder, "final")).FullName;
        await File.WriteAllTextAsync(Path.Combine(copy, "final_00000.png"), "old");
        await File.WriteAllTextAsync(Path.Combine(copy, "final_00001.png"), "old");

        await PlaceAsync(clip, copy);

        Directory.GetFiles(copy).Should().ContainSingle();
        (await File.ReadAllTextAsync(Path.Combine(copy, "final_00000.png"))).Should().Be("new");

        await File.WriteAllTextAsync(Path.Combine(copy, "somebody's notes.txt"), "");
        await FluentActions.Awaiting(() => PlaceAsync(clip, copy)).Should().ThrowAsync<IOException>().WithMessage("*somebody's notes.txt*");
        Directory.GetFiles(copy).Should().HaveCount(2);
        Directory.GetFileSystemEntries(Folder, ".final*").Should().BeEmpty("nothing half-made stays");
    }

    private static async Task PlaceAsync(string clip, string copy)
    {
        using var staged = await StagedCopy.MakeAsync(clip, copy, TimeProvider.System, CancellationToken.None);
        staged.Place();
    }
}
