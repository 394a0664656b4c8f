using System.Net;
using System.Net.Http.Headers;
using System.Text;
using FluentAssertions;
using Hub.Tests.Subtitle.ManualData;
using Hub.Tests.Support;

namespace Hub.Tests.Subtitle.Players;

internal sealed class PlayerImportTests
{
    private TestDatabase _database = null!;
    private SubtitleApi _api = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await SubtitleHost.CreateDatabaseAsync();
        _api = await SubtitleApi.StartAsync(_database);
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _api.DisposeAsync();
        await _database.DisposeAsync();
    }

    [SetUp]
    public Task EmptyAsync() => _database.ExecuteAsync("TRUNCATE subtitle.player");

    [Test]
    public async Task Good_rows_go_in_and_each_bad_one_is_named_with_line_column_and_reason()
    {
        var report = (await ImportAsync(
            """
            name,nationality,total_earnings,is_key_player,photo
            Erik Lindqvist,se,"1,250,000",yes,lindqvist.png
            ,KR,,,
            Ada Okafor,Nigeria,many,,
            한가람,KR,,,../x.png
            Brandt, Vera,DE,,,
            "Семён Жуков",RU,,no,
            ERIK  LINDQVIST,NO,,,
            Tom "X" Dean,GB,,,

            """)).Ok();

        Counts(report).Should().Equal(8, 2, 0, 0, 6);
        report["problems"]!.AsArray().Select(problem => $"{problem!["line"]} {problem["column"]}: {problem["reason"]}").Should().Equal(
            "3 name: is required",
            "4 total_earnings: 'many' is no whole number",
            "4 nationality: 'Nigeria' is no country code of ISO 3166-1 such as US or KR",
            "5 photo: must be a file in the picture folder or in one folder of it, such as players/kim.png",
            "6 : has 6 cells where the first line has 5; put quotation marks around a name with a comma",
            "8 name: stands in line 2 already",
            "9 : has a quotation mark that is not closed, or one in the middle of a cell");
        (await StoredAsync()).Should().Be("Erik Lindqvist|SE|1250000|true|lindqvist.png, Семён Жуков|RU||false|");
    }

    [Test]
    public async Task The_same_file_again_changes_nothing()
    {
        const string File = "name;nationality;bracelets\nErik Lindqvist;SE;2\nAda Okafor;NG;\n";
        (await ImportAsync(File)).Ok();
        var before = await VersionsAsync();

        Counts((await ImportAsync(File)).Ok()).Should().Equal(2, 0, 0, 2, 0);

        (await VersionsAsync()).Should().Be(before);
    }

    [Test]
    public async Task A_column_or_cell_that_says_nothing_leaves_what_is_known()
    {
        await _api.CreatedAsync("players", """{"name":"Erik Lindqvist","nationality":"SE","bracelets":2,"isKeyPlayer":true,"photo":"a.png"}""");

        Counts((await ImportAsync("Name\tNationality\tTotal Earnings\nerik lindqvist\t\t500\n")).Ok()).Should().Equal(1, 0, 1, 0, 0);

        (await StoredAsync()).Should().Be("erik lindqvist|SE|500|true|a.png");
        (await _database.ScalarAsync<int>("SELECT bracelets FROM subtitle.player")).Should().Be(2);
    }

    [TestCase("", "no column name")]
    [TestCase("nationality\nSE\n", "no column name")]
    [TestCase("name,NAME\nA,B\n", "stands twice")]
    public async Task A_file_without_a_usable_header_is_refused(string file, string reason)
    {
        var refused = await ImportAsync(file);

        refused.Status.Should().Be(HttpStatusCode.BadRequest);
        refused.Code.Should().Be("unreadable_file");
        ((string?)refused.Body!["detail"]).Should().Contain(reason);
    }

    [Test]
    public async Task A_file_in_a_windows_code_page_is_refused_instead_of_garbling_names()
        => (await ImportAsync(Encoding.Latin1.GetBytes("name\nJosé Ruiz\n"))).Code.Should().Be("unreadable_file");

    [Test]
    public async Task A_file_that_excel_saved_is_read()
    {
        Counts((await ImportAsync([.. Encoding.UTF8.Preamble, .. "name;nationality\r\nJosé Ruiz;ES\r\n"u8])).Ok()).Should().Equal(1, 1, 0, 0, 0);
        Counts((await ImportAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("name\tnationality\r\nJosé Ruiz\tPT\r\n")])).Ok()).Should().Equal(1, 0, 1, 0, 0);

        (await StoredAsync()).Should().Be("José Ruiz|PT||false|");
    }

    [Test]
    public async Task An_unknown_column_is_named_and_left_out()
    {
        var report = (await ImportAsync("name,shoe_size\nErik Lindqvist,44\n")).Ok();

        Counts(report).Should().Equal(1, 1, 0, 0, 0);
        ((string?)report["problems"]![0]!["column"]).Should().Be("shoe_size");
    }

    [Test]
    public async Task Files_imported_at_once_give_each_player_once()
    {
        var file = "name\n" + string.Join('\n', Enumerable.Range(1, 200).Select(number => $"Player {number}"));

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ImportAsync(file)));

        reports.Sum(report => (int)report.Ok()["created"]!).Should().Be(200);
        (await _database.ScalarAsync<long>("SELECT count(*) FROM subtitle.player")).Should().Be(200);
    }

    [Test]
    public async Task A_viewer_cannot_import()
    {
        using var viewer = _api.Client("otto viewer");

        (await ImportAsync("name\nA\n"u8.ToArray(), viewer)).Status.Should().Be(HttpStatusCode.Forbidden);
    }

    private static IEnumerable<int> Counts(System.Text.Json.Nodes.JsonNode report)
        => ((string[])["rows", "created", "updated", "unchanged", "rejected"]).Select(count => (int)report[count]!);

    private Task<ApiAnswer> ImportAsync(string file) => ImportAsync(Encoding.UTF8.GetBytes(file));

    private async Task<ApiAnswer> ImportAsync(byte[] file, HttpClient? client = null)
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var response = await (client ?? _api.Http).PostAsync(new Uri("/api/v1/players/import", UriKind.Relative), content);
        return await ApiAnswer.OfAsync(response);
    }

    private Task<string?> StoredAsync() => _database.ScalarAsync<string>(
        "SELECT string_agg(concat_ws('|', name, nationality, coalesce(total_earnings::text, ''), is_key_player::text, coalesce(photo, '')), ', ' ORDER BY id) FROM subtitle.player");

    private Task<string?> VersionsAsync() => _database.ScalarAsync<string>("SELECT string_agg(xmin::text, ',' ORDER BY id) FROM subtitle.player");
}
