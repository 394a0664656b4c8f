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

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.Should().Be(0);
        return output;
    }
}
