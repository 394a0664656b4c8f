using FluentAssertions;
using Hub.Modules.Render;
using Hub.Modules.Render.Preflight;
using Hub.Modules.Render.Templates;
using Hub.Tests.Render.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Hub.Tests.Render.Templates;

internal sealed class TemplateCatalogTests
{
    private readonly FakeTimeProvider _clock = new();
    private string _folder = null!;
    private TemplateCatalog _catalog = null!;

    [SetUp]
    public void CreateFolder()
    {
        _folder = Directory.CreateTempSubdirectory("hub-templates-").FullName;
        var folders = new RenderFolders(Options.Create(new RenderOptions { TemplateFolder = _folder }), new ConfigurationBuilder().Build());
        _catalog = new TemplateCatalog(folders, new ClipInspectors([], Options.Create(new RenderOptions())), _clock, NullLogger<TemplateCatalog>.Instance);
    }

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("\"version\": 1", "\"version\": 0", "version must be 1 or more")]
    [TestCase("\"version\": 1", "\"version\": 1, \"lenght\": 3", "*lenght*")]
    [TestCase("\"width\": 640,", "", "*width*")]
    [TestCase("\"width\": 640", "\"width\": 9000", "width and height must be 16 to 8192 pixels")]
    [TestCase("\"framesPerSecond\": 30", "\"framesPerSecond\": 29.97", "*framesPerSecond*")]
    [TestCase("[\"Title\"]", "[\"Titel\"]", "the composition has no layer named 'Titel'; names must match exactly")]
    [TestCase("[\"Title\"]", "[]", "field 'title' names no layers")]
    [TestCase("\"name\": \"title\"", "\"name\": \"do\"", "field 'do' is described twice")]
    [TestCase("\"name\": \"title\"", "\"name\": \"title\", \"slotted\": true", "field 'title' is slotted, but the template has no slots")]
    [TestCase("\"maxLength\": 20, \"maxWidth\": 600", "\"maxLength\": 21", "field 'title': maxWidth must be given and above 0, or a long text would run out of its plate")]
    [TestCase("\"maxLength\": 20", "\"maxLength\": 2000", "field 'title': maxLength must be 1 to 1000")]
    [TestCase("composition.json", "../composition.json", "composition '../composition.json' lies outside its package")]
    [TestCase("composition.json", "other.json", "composition 'other.json' does not exist")]
    public void A_faulty_package_is_skipped_with_file_and_reason(string right, string wrong, string reason)
    {
        TestTemplates.Write(_folder);
        Directory.Move(Path.Combine(_folder, "test-card"), Path.Combine(_folder, "faulty"));
        Change("faulty", right, wrong);
        TestTemplates.Write(_folder);
        Change("test-card", "Test Card", "Good Card");

        _catalog.All.Select(template => template.Name).Should().Equal("Good Card");
        var fault = _catalog.Faults.Should().ContainSingle().Subject;
        fault.File.Should().EndWith(Path.Combine("faulty", "template.json"));
        fault.Reason.Should().Match($"*{reason}*");
    }

    [Test]
    public void Two_packages_of_one_name_are_told()
    {
        TestTemplates.Write(_folder);
        Directory.Move(Path.Combine(_folder, "test-card"), Path.Combine(_folder, "first"));
        TestTemplates.Write(_folder);

        _catalog.All.Should().ContainSingle();
        _catalog.Faults.Should().ContainSingle().Which.Reason.Should().Contain("'Test Card' is described by another package, too");
    }

    [Test]
    public void A_changed_package_is_read_again()
    {
        _catalog.Find(TestTemplates.Name).Should().BeNull();
        TestTemplates.Write(_folder);
        _clock.Advance(TimeSpan.FromSeconds(2));
        _catalog.Find(TestTemplates.Name)!.Description.Version.Should().Be(1);

        Change("test-card", "\"version\": 1", "\"version\": 12");
        _clock.Advance(TimeSpan.FromSeconds(2));

        _catalog.Find(TestTemplates.Name)!.Description.Version.Should().Be(12);
    }

    private void Change(string package, string right, string wrong)
    {
        var file = Path.Combine(_folder, package, "template.json");
        var text = File.ReadAllText(file);
        text.Should().Contain(right);
        File.WriteAllText(file, text.Replace(right, wrong, StringComparison.Ordinal));
    }
}
