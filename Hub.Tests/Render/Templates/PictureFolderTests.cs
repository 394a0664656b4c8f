using FluentAssertions;
using Hub.Modules.Render.Templates;

namespace Hub.Tests.Render.Templates;

internal sealed class PictureFolderTests
{
    private string _root = null!;
    private string _package = null!;
    private PictureFolders _pictures = null!;

    [SetUp]
    public void CreateFolders()
    {
        _root = Directory.CreateTempSubdirectory("hub-pictures-").FullName;
        _package = Path.Combine(_root, "package");
        _pictures = new PictureFolders(Path.Combine(_root, "pictures"), [Path.Combine(_root, "flags")]);
    }

    [TearDown]
    public void DeleteFolders() => Directory.Delete(_root, recursive: true);

    [Test]
    public void A_flag_is_found_by_its_code_in_any_case_and_the_packages_own_wins()
    {
        var (common, own) = (Write("flags/kr.png"), Write("package/flags/us.png"));
        Write("flags/us.png");

        Flag("KR").Should().Be(common);
        Flag("kr").Should().Be(common);
        Flag("US").Should().Be(own);
    }

    [TestCase("XX")]
    [TestCase("")]
    [TestCase("KOR")]
    [TestCase("..")]
    [TestCase("k/")]
    public void A_code_without_a_flag_shows_nothing_and_is_no_error(string code) => Flag(code).Should().BeNull();

    [Test]
    public void A_photo_is_looked_for_in_the_package_then_in_the_picture_folder()
    {
        var (own, photo) = (Write("package/images/logo.png"), Write("pictures/players/okafor.JPG"));
        Write("pictures/logo.png");

        Photo("logo.png").Should().Be(own);
        Photo("players/okafor.JPG").Should().Be(photo);
        Photo("").Should().BeNull();
    }

    [TestCase("../secret.png")]
    [TestCase("/etc/secret.png")]
    [TestCase("a/b/deep.png")]
    [TestCase("players\\okafor.png")]
    [TestCase("C:secret.png")]
    [TestCase(".hidden.png")]
    [TestCase("players/")]
    [TestCase("okafor.svg")]
    [TestCase("okafor.png\0.jpg")]
    public void A_value_that_could_lead_elsewhere_is_no_name(string value)
        => FluentActions.Invoking(() => Photo(value)).Should().Throw<FormatException>().WithMessage("*is no name of a PNG or JPEG file*");

    [Test]
    public void A_missing_photo_is_named_with_the_folders_searched()
        => FluentActions.Invoking(() => Photo("okafor.png")).Should().Throw<FormatException>()
            .WithMessage($"the picture 'okafor.png' does not exist; looked in {Path.Combine(_package, "images")} and {Path.Combine(_root, "pictures")}");

    [Test]
    public void A_link_is_not_followed()
    {
        var secret = Write("elsewhere/secret.png");
        Directory.CreateDirectory(Path.Combine(_root, "pictures"));
        File.CreateSymbolicLink(Path.Combine(_root, "pictures", "link.png"), secret);
        Directory.CreateSymbolicLink(Path.Combine(_root, "pictures", "players"), Path.GetDirectoryName(secret)!);

        FluentActions.Invoking(() => Photo("link.png")).Should().Throw<FormatException>().WithMessage("*is a link*");
        FluentActions.Invoking(() => Photo("players/secret.png")).Should().Throw<FormatException>().WithMessage("*is a link*");
    }

    private string? Flag(string code) => _pictures.Find(_package, TemplateFieldKind.Flag, code);

    private string? Photo(string name) => _pictures.Find(_package, TemplateFieldKind.Image, name);

    private string Write(string path)
    {
        var file = Path.Combine([_root, .. path.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "");
        return file;
    }
}
