using FluentAssertions;
using Hub.Contracts.Engine;
using Hub.Modules.Render.Domain;
using Hub.Modules.Render.Preflight;
using Hub.Modules.Render.Templates;

namespace Hub.Tests.Render.Faults;

/// <summary>Nothing good is refused: every shipped template, filled in every sensible way, in every format and size.</summary>
internal sealed class SoundRequestTests
{
    private static readonly string Shipped = Path.Combine(AppContext.BaseDirectory, "templates");

    private PreflightBench _bench = null!;
    private TemplateCatalog _catalog = null!;
    private RequestPreflight _preflight = null!;

    [OneTimeSetUp]
    public void OpenBench()
    {
        _bench = new PreflightBench();
        (_catalog, _preflight) = _bench.Open(Shipped);
    }

    [OneTimeTearDown]
    public void CloseBench() => _bench.Dispose();

    [Test]
    public void No_shipped_template_has_a_fault()
    {
        _catalog.Faults.Should().BeEmpty();
        _catalog.All.Should().HaveSameCount(Directory.GetDirectories(Shipped));
    }

    [TestCase("MAXIMILIAN VON HOHENSTEIN")]
    [TestCase("김 АЛЕКСАНДР ПРЕОБРАЖЕНСКИЙ")]
    [TestCase("홍길동")]
    [TestCase("ÞÓRÐUR ÆGISSON ĐẶNG")]
    [TestCase("Σωκράτης Παπαδόπουλος")]
    [TestCase("JEAN-LUC O’CONNOR‑SMITH")]
    [TestCase("e\u0301mile zoe\u0308 \u200Bnull")]
    public void Names_as_they_come_fit_every_template(string name)
        => Refused(key => IsName(key) ? name : "").Should().BeEmpty();

    [Test]
    public void A_full_table_with_every_figure_known_fits_every_template() => Refused(Known).Should().BeEmpty();

    [TestCase("", TestName = "Nothing_known_but_what_is_required_fits_every_template")]
    [TestCase("XX", TestName = "An_unknown_flag_fits_every_template")]
    public void What_is_not_known_fits(string flag)
        => Refused(key => key.EndsWith("flag", StringComparison.Ordinal) ? flag : "").Should().BeEmpty();

    [Test, Pairwise]
    public void Every_format_size_rate_and_length_that_can_be_rendered_is_taken(
        [Values] ClipFormat format, [Values(64, 1280, 3840)] int width, [Values(24, 50, 120)] int rate, [Values(1, 300)] int frames)
        => Refused(Known, new OutputSettings(format, width, width * 9 / 16 / 2 * 2, rate, frames, Quality: 0)).Should().BeEmpty();

    /// <summary>Fills every template; required fields get at least a letter.</summary>
    private List<string> Refused(Func<string, string> value, OutputSettings? settings = null)
        => [.. _catalog.All.SelectMany(template => Check(template, value, settings))];

    private IEnumerable<string> Check(RenderTemplate template, Func<string, string> value, OutputSettings? settings)
    {
        var required = template.Check(new Dictionary<string, string>()).Select(problem => problem.Field).ToHashSet();
        var fields = template.FieldKeys.ToDictionary(key => key, key => value(key) is { Length: 0 } && required.Contains(key) ? "A" : value(key));
        return _preflight.Check(template.Name, fields, settings ?? new OutputSettings(ClipFormat.MovAlpha)).Problems.Select(problem => $"{template.Name}: {problem.Reason}");
    }

    private static bool IsName(string key) => key.EndsWith("name", StringComparison.Ordinal) && !key.EndsWith("event_name", StringComparison.Ordinal);

    private static string Known(string key) => (key.StartsWith("slot", StringComparison.Ordinal) ? key[(key.IndexOf('_', StringComparison.Ordinal) + 1)..] : key) switch
    {
        "name" or "player_name" or "table_name" => "MAXIMILIAN VON HOHENSTEIN",
        "event_name" or "series" => "$10,000 NO-LIMIT HOLD'EM MAIN EVENT WORLD CHAMPIONSHIP",
        "flag" => "KR",
        "rank" => "128",
        "bbs" => "1,234.5",
        "vpip" or "share" or "others_share" => "100.0%",
        "prize" => "$12,100,000",
        "chips" or "chips_ago" or "others_chips" => "123,456",
        _ => "",
    };
}
