using System.Net;
using System.Text.Json;
using FluentAssertions;
using Hub.Host.Security;
using Hub.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace Hub.Tests.Host.Security;

/// <summary>Logins that are changed in a settings file while the hub runs.</summary>
internal sealed class RotationTests
{
    private const string Old = "the first password";
    private const string New = "the second password";
    private const string OldKey = "the-first-key-of-a-program";
    private const string NewKey = "the-second-key-of-a-program";
    private string _folder = null!;
    private RunningHub _hub = null!;

    private string SettingsFile => Path.Combine(_folder, "logins.json");

    [SetUp]
    public async Task StartAsync()
    {
        _folder = Directory.CreateTempSubdirectory("hub-logins-").FullName;
        await WriteAsync(Old, OldKey);
        _hub = await RunningHub.StartAsync([], app => ((IConfigurationBuilder)app.Configuration).AddJsonFile(SettingsFile, optional: false, reloadOnChange: true));
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _hub.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task A_new_password_and_a_new_key_are_in_force_without_a_restart_and_the_former_ones_are_not()
    {
        (await StatusAsync(Old)).Should().Be(HttpStatusCode.OK, "it is known from now on, and must be forgotten");

        await WriteAsync(New, NewKey);

        await Eventually.BecomesTrueAsync("the new password is in force", async () => await StatusAsync(New) == HttpStatusCode.OK);
        (await StatusAsync(Old)).Should().Be(HttpStatusCode.Unauthorized);
        (await KeyStatusAsync(NewKey)).Should().Be(HttpStatusCode.OK);
        (await KeyStatusAsync(OldKey)).Should().Be(HttpStatusCode.Unauthorized);
    }

    [TestCase("""{ "Auth": { "Users": [ { "Name": "chief", "Password": "short" } ] } }""")]
    [TestCase("""{ "Auth": { "Users": [ { "Name": "chief" """)]
    public async Task What_cannot_be_used_leaves_the_former_logins_in_force_and_the_next_change_is_seen(string text)
    {
        await File.WriteAllTextAsync(SettingsFile, text);
        await Eventually.BecomesTrueAsync("the change is seen", () => Task.FromResult(_hub.Application.Web.Configuration["Auth:Users:0:PasswordHash"] is null));
        (await StatusAsync(Old)).Should().Be(HttpStatusCode.OK);

        await WriteAsync(New, NewKey);

        await Eventually.BecomesTrueAsync("the new password is in force", async () => await StatusAsync(New) == HttpStatusCode.OK);
    }

    private Task WriteAsync(string password, string key) => File.WriteAllTextAsync(SettingsFile, JsonSerializer.Serialize(new
    {
        Auth = new
        {
            Users = new[] { new { Name = "chief", PasswordHash = PasswordHashing.Hash(password), Role = "admin" } },
            ApiKeys = new[] { new { Name = "playout", Key = key } },
        },
    }));

    // From another address each time: somebody who tries passwords has to wait.
    private async Task<HttpStatusCode> StatusAsync(string password)
        => (await _hub.ClientOf("chief", password, $"127.0.{Random.Shared.Next(1, 255)}.{Random.Shared.Next(1, 255)}").GetAsync("/api/v1/status")).StatusCode;

    private async Task<HttpStatusCode> KeyStatusAsync(string key)
    {
        var client = _hub.Client();
        client.DefaultRequestHeaders.Add("X-Api-Key", key);
        return (await client.GetAsync("/api/v1/status")).StatusCode;
    }
}
