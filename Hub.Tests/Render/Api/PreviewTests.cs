using System.Diagnostics;
using FluentAssertions;
using Hub.Tests.Render.Support;

namespace Hub.Tests.Render.Api;

internal sealed class PreviewTests : RenderSpec
{
    [Test]
    public async Task A_preview_is_made_once_keeps_the_transparency_and_fails_with_a_reason()
    {
        var clip = Path.Combine(Directory.CreateDirectory(ClipFolder).FullName, "clip.mov");
        await RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=red@0.5:s=1280x720:r=30:d=0.3,format=argb", "-c:v", "qtrle", clip);
        await File.WriteAllTextAsync(Path.Combine(ClipFolder, "broken.mov"), "no movie");
        await Database.ExecuteAsync("INSERT INTO render_instructions (template_name) VALUES ('Test Card')");
        await Database.ExecuteAsync($"INSERT INTO render_outputs (instruction_id, output_path) VALUES (1, '{clip}'), (1, '{Path.Combine(ClipFolder, "broken.mov")}')");
        await using var api = await RenderApi.StartAsync(Database.ConnectionString, Folder);

        var previews = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => api.Http.GetByteArrayAsync(new Uri("/api/v1/outputs/1/preview", UriKind.Relative))));
        using var broken = await api.Http.GetAsync(new Uri("/api/v1/outputs/2/preview", UriKind.Relative));

        previews.Should().OnlyContain(preview => preview.Length > 100 && preview.SequenceEqual(previews[0]));
        var made = Directory.GetFiles(Path.Combine(Folder, "data", "previews")).Should().ContainSingle().Subject;
        (await RunAsync("ffprobe", "-v", "error", "-show_entries", "stream=codec_name,width:stream_tags=alpha_mode", "-of", "csv=p=0", made)).Trim().Should().Be("vp9,640,1");
        ((int)broken.StatusCode).Should().Be(500);
        (await broken.Content.ReadAsStringAsync()).Should().Contain("preview_failed").And.Contain("broken.mov");
    }

    [Test]
    public async Task A_sequence_has_a_preview_at_the_pace_it_was_asked_for()
    {
        var folder = Directory.CreateDirectory(Path.Combine(ClipFolder, "clip_1 100%")).FullName;
        await RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=red@0.5:s=128x72:r=30,format=rgba", "-frames:v", "10", "-start_number", "0", folder.Replace("%", "%%", StringComparison.Ordinal) + "/clip_1_%05d.png");
        await Database.ExecuteAsync("""INSERT INTO render_instructions (template_name, output_settings_json) VALUES ('Test Card', '{"format": "png_sequence", "fps": 50}')""");
        await Database.ExecuteAsync($"INSERT INTO render_outputs (instruction_id, output_path) VALUES (1, '{folder}')");
        await using var api = await RenderApi.StartAsync(Database.ConnectionString, Folder);

        (await api.Http.GetByteArrayAsync(new Uri("/api/v1/outputs/1/preview", UriKind.Relative))).Should().NotBeEmpty();

        var made = Directory.GetFiles(Path.Combine(Folder, "data", "previews")).Should().ContainSingle().Subject;
        (await RunAsync("ffprobe", "-v", "error", "-count_frames", "-show_entries", "stream=codec_name,r_frame_rate,nb_read_frames", "-of", "csv=p=0", made)).Trim().Should().Be("vp9,50/1,10");
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
        return output;
    }
}
