using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Hub.Host.Security;
using Hub.Modules.Kernel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Host.Security;

/// <summary>One hub with a login for each role, and three endpoints of the test's own.</summary>
internal sealed class LoginTests
{
    private const string Password = "кость и 카드: 7";
    private const string ApiKey = "a-key-for-a-program-of-ours";
    private RunningHub _hub = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _hub = await RunningHub.StartAsync(
        [
            "--Auth:Users:0:Name=viewer", $"--Auth:Users:0:Password={Password}",
            "--Auth:Users:1:Name=operator", $"--Auth:Users:1:PasswordHash={PasswordHashing.Hash(Password)}", "--Auth:Users:1:Role=operator",
            "--Auth:Users:2:Name=chief", $"--Auth:Users:2:Password={Password}", "--Auth:Users:2:Role=Admin",
            "--Auth:ApiKeys:0:Name=playout", $"--Auth:ApiKeys:0:KeyHash={Credentials.HashOf(ApiKey).ToLowerInvariant()}", "--Auth:ApiKeys:0:Role=operator",
        ],
        app =>
        {
            app.MapPost("/test/operator", () => "done").RequireAuthorization(HubRoles.Operator);
            app.MapGet("/test/admin", () => "done").RequireAuthorization(HubRoles.Admin);
            app.MapGet("/test/broken", string () => throw new InvalidOperationException("a secret detail"));
        });

    [OneTimeTearDown]
    public ValueTask StopAsync() => _hub.DisposeAsync();

    [Test]
    public async Task Nothing_but_the_liveness_check_answers_a_stranger()
    {
        var paths = _hub.Application.Web.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{id:int}", "1", StringComparison.Ordinal).Replace("{documentName}", "v1", StringComparison.Ordinal))
            .Append("/no/such/path").Distinct().ToList();
        using var stranger = _hub.Client();

        paths.Should().Contain(["/", "/health/ready", "/stats", "/openapi/v1.json", "/api/v1/status"]);
        foreach (var path in paths.Except(["/health/live"]))
            (await stranger.GetAsync(path)).StatusCode.Should().Be(HttpStatusCode.Unauthorized, path);
        (await stranger.GetAsync("/health/live")).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [TestCase("viewer", HttpStatusCode.Forbidden, HttpStatusCode.Forbidden)]
    [TestCase("operator", HttpStatusCode.OK, HttpStatusCode.Forbidden)]
    [TestCase("CHIEF", HttpStatusCode.OK, HttpStatusCode.OK)]
    public async Task A_role_may_do_what_the_roles_below_it_may(string name, HttpStatusCode atOperator, HttpStatusCode atAdmin)
    {
        var client = _hub.ClientOf(name, Password);

        (await client.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await client.PostAsync("/test/operator", content: null)).StatusCode.Should().Be(atOperator);
        (await client.GetAsync("/test/admin")).StatusCode.Should().Be(atAdmin);
    }

    [Test]
    public async Task A_program_logs_in_by_its_key()
    {
        var program = _hub.Client();
        program.DefaultRequestHeaders.Add("X-Api-Key", ApiKey);
        (await program.PostAsync("/test/operator", content: null)).StatusCode.Should().Be(HttpStatusCode.OK);

        var other = _hub.Client();
        other.DefaultRequestHeaders.Add("X-Api-Key", ApiKey + "x");
        (await other.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task A_wrong_password_and_an_unknown_name_get_one_and_the_same_answer()
    {
        var wrong = await _hub.ClientOf("operator", "wrong", from: "127.0.0.3").GetAsync("/");
        var unknown = await _hub.ClientOf("nobody", Password, from: "127.0.0.3").GetAsync("/");

        wrong.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        wrong.Headers.WwwAuthenticate.ToString().Should().StartWith("Basic realm=");
        (await BodyAsync(wrong)).Should().Be(await BodyAsync(unknown)).And.Contain("\"code\":\"login_required\"");
    }

    [Test]
    public async Task Who_fails_too_often_has_to_wait_unless_already_known()
    {
        var known = _hub.ClientOf("operator", Password, from: "127.0.0.2");
        (await known.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.OK);

        for (var attempt = 0; attempt < FailedLogins.Allowed; attempt++)
            (await _hub.ClientOf("operator", $"guess {attempt}", from: "127.0.0.2").GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        var refused = await _hub.ClientOf("operator", "one more", from: "127.0.0.2").GetAsync("/");

        refused.StatusCode.Should().Be(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.Should().Be(FailedLogins.Pause);
        (await BodyAsync(refused)).Should().Contain("\"code\":\"too_many_failed_logins\"");
        (await known.GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.OK, "a login that was right before is let in");
        (await _hub.ClientOf("viewer", Password).GetAsync("/health/ready")).StatusCode.Should().Be(HttpStatusCode.OK, "other addresses are not concerned");
    }

    [TestCase("Sec-Fetch-Site", "cross-site")]
    [TestCase("Origin", "http://elsewhere.example")]
    public async Task A_change_sent_by_another_sites_page_is_refused(string header, string value)
    {
        var browser = _hub.ClientOf("chief", Password);
        browser.DefaultRequestHeaders.Add(header, value);

        var refused = await browser.PostAsync("/test/operator", content: null);

        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await BodyAsync(refused)).Should().Contain("\"code\":\"cross_site\"");
    }

    [Test]
    public async Task A_change_sent_by_the_hubs_own_page_is_taken()
    {
        var browser = _hub.ClientOf("chief", Password);
        browser.DefaultRequestHeaders.Add("Origin", _hub.Address.GetLeftPart(UriPartial.Authority));

        (await browser.PostAsync("/test/operator", content: null)).StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [TestCase("/no/such/path", 404, "not_found")]
    [TestCase("/test/admin", 403, "role_required")]
    [TestCase("/test/broken", 500, "internal_error")]
    public async Task Every_error_has_a_body_with_a_code_and_no_inner_details(string path, int status, string code)
    {
        var answer = await _hub.ClientOf("viewer", Password).GetAsync(path);

        ((int)answer.StatusCode).Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        (await BodyAsync(answer)).Should().Contain($"\"code\":\"{code}\"").And.NotContain("secret");
    }

    [Test]
    public async Task A_browser_is_told_to_run_nothing_but_the_hubs_own_files()
    {
        var page = await _hub.ClientOf("viewer", Password).GetAsync("/");

        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        policy.Should().Contain("default-src 'none'").And.Contain("script-src 'self'").And.Contain("frame-ancestors 'none'").And.NotContain("unsafe");
        page.Headers.GetValues("X-Content-Type-Options").Single().Should().Be("nosniff");
    }

    [Test]
    public async Task The_api_describes_itself()
    {
        var document = await _hub.ClientOf("viewer", Password).GetFromJsonAsync<JsonObject>("/openapi/v1.json");

        document!["paths"]!.AsObject().Select(path => path.Key).Should().Contain(["/api/v1/status", "/api/v1/hands"]).And.OnlyContain(path => path.StartsWith("/api/v1/"));
    }

    /// <summary>Without the trace id, which is another one each time.</summary>
    private static async Task<string> BodyAsync(HttpResponseMessage response)
    {
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
        body.Remove("traceId");
        return body.ToJsonString();
    }
}
