using System.Text.Json;
using FluentAssertions;
using Hub.Tests.Support;

namespace Hub.Tests.Host.Commands;

/// <summary>The doctor's word is what an operator goes by: what it calls healthy runs, and what it names is what is wrong.</summary>
internal sealed class DoctorTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-doctor-").FullName;

    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_machine_that_can_run_the_hub_is_healthy()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync();

        var (exitCode, output, errors) = await ExamineAsync($"--ConnectionStrings:Hub={database.ConnectionString}", $"--FeatureTable:Sources:0:Folder={_folder}");

        exitCode.Should().Be(0, output + errors);
        Levels(output, "ok").Should().Contain(["settings", "machine", "database", "ffmpeg", "fonts", "tables", "caption rules", "templates", "output", "engine"]);
        Levels(output, "problem").Should().BeEmpty();
    }

    [Test]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        var broken = Directory.CreateDirectory(Path.Combine(_folder, "templates", "broken")).FullName;
        await File.WriteAllTextAsync(Path.Combine(broken, "template.json"), "{");
        var file = Path.Combine(_folder, "a file");
        await File.WriteAllTextAsync(file, "");

        var (exitCode, output, _) = await ExamineAsync(
            "--ConnectionStrings:Hub=Host=127.0.0.1;Port=1;Database=hub;Username=hub;Timeout=2",
            $"--Render:TemplateFolder={Path.GetDirectoryName(broken)}",
            $"--Render:OutputFolder={Path.Combine(file, "clips")}",
            $"--FeatureTable:Sources:0:Folder={Path.Combine(_folder, "not there")}",
            "--Ffmpeg:Path=no-such-ffmpeg");

        exitCode.Should().Be(1);
        Levels(output, "problem").Distinct().Should().BeEquivalentTo(["database", "templates", "output", "tables", "ffmpeg"]);
        output.Should().Contain("no-such-ffmpeg").And.Contain("not there").And.Contain(Path.Combine(broken, "template.json"));
    }

    [Test]
    public async Task A_bad_setting_is_named_and_a_misspelt_one_too()
    {
        var (exitCode, output, _) = await ExamineAsync("--Render:LeaseSeconds=99");
        exitCode.Should().Be(1);
        output.Should().Contain("Render:LeaseSeconds = '99'");

        (await ExamineAsync("--Render:LeaseSecnds=9", "--ConnectionStrings:Hub=Host=127.0.0.1;Port=1;Timeout=2")).Output.Should().Contain("Nothing reads Render:LeaseSecnds");
    }

    private Task<(int ExitCode, string Output, string Errors)> ExamineAsync(params string[] settings)
        => CommandLine.RunAsync("", ["doctor", "--json", "--Urls=http://127.0.0.1:0", $"--Data:Folder={_folder}", .. settings]);

    /// <summary>Parts that have a finding of this level.</summary>
    private static IEnumerable<string> Levels(string output, string level)
        => from part in JsonDocument.Parse(output).RootElement.GetProperty("parts").EnumerateArray()
           from finding in part.GetProperty("findings").EnumerateArray()
           where finding.GetProperty("level").GetString() == level
           select part.GetProperty("name").GetString();
}
