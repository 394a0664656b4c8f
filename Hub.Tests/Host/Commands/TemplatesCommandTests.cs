using FluentAssertions;
using Hub.Tests.Architecture;

namespace Hub.Tests.Host.Commands;

/// <summary>What a maker of templates goes by before a package is put into a show.</summary>
internal sealed class TemplatesCommandTests
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-templates-").FullName;

    private string Packages => Path.Combine(_folder, "packages");

    [OneTimeSetUp]
    public void CopyOnePackage() => CopyShipped("name");

    [OneTimeTearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_sound_package_is_drawn_at_the_size_asked_for()
    {
        var (exitCode, output, errors) = await RunAsync("preview", "--template", "NAME", "--out", Path.Combine(_folder, "pictures"), "--width", "320");

        exitCode.Should().Be(0, output + errors);
        var header = (await File.ReadAllBytesAsync(Path.Combine(_folder, "pictures", "name.png")))[..26];
        // A PNG's first chunk: width, height, bit depth, and kind of colour; 6 is colour with alpha.
        header[..8].Should().Equal(0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A);
        (header[18] << 8 | header[19], header[22] << 8 | header[23], header[25]).Should().Be((320, 180, (byte)6));
    }

    [Test]
    public async Task Every_package_with_a_fault_is_named_and_the_sound_ones_too()
    {
        var broken = Directory.CreateDirectory(Path.Combine(Packages, "broken")).FullName;
        await File.WriteAllTextAsync(Path.Combine(broken, "template.json"), "{");
        var tooLong = CopyShipped("event-name");
        await File.WriteAllTextAsync(Path.Combine(tooLong, "preview.json"), """{"fields":{"event_name":"A","subtitle":"B"}}""");
        try
        {
            var (exitCode, output, _) = await RunAsync("check");

            exitCode.Should().Be(1);
            output.Should().Contain("ok     NAME: version").And.Contain($"FAULT  {Path.Combine(broken, "template.json")}: ").And.Contain("FAULT  Event name: preview.json: field 'subtitle' is unknown");
        }
        finally
        {
            Directory.Delete(broken, recursive: true);
            Directory.Delete(tooLong, recursive: true);
        }
    }

    [Test]
    public async Task A_template_that_does_not_exist_is_named_with_those_that_do()
    {
        var (exitCode, output, _) = await RunAsync("preview", "--template", "NAMES", "--out", _folder);

        exitCode.Should().Be(1);
        output.Should().Contain("No usable template 'NAMES'").And.Contain("there are: NAME");
    }

    private string CopyShipped(string package)
    {
        var target = Directory.CreateDirectory(Path.Combine(Packages, package)).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "Hub.Host", "Templates", package)))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return target;
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
        => CommandLine.RunAsync("", ["templates", .. arguments, $"--Data:Folder={_folder}", $"--Render:TemplateFolder={Packages}"]);
}
