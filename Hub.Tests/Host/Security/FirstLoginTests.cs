using System.Net;
using FluentAssertions;
using Hub.Host.Security;

namespace Hub.Tests.Host.Security;

internal sealed class FirstLoginTests
{
    [Test]
    public async Task A_hub_without_logins_makes_one_and_keeps_it_for_its_owner_alone()
    {
        await using var hub = await RunningHub.StartAsync([]);
        var login = hub.Application.FirstLogin!;

        login.IsNew.Should().BeTrue();
        login.Password.Should().HaveLength(20);
        login.ToString().Should().NotContain(login.Password);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(login.Path).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        FirstLogin.ReadOrMake(hub.DataFolder).Should().Be(login with { IsNew = false }, "a restart keeps it");
        (await hub.ClientOf(login.Name, login.Password).GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.OK);
        (await hub.ClientOf(login.Name, "guess").GetAsync("/")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Test]
    public void Two_hubs_do_not_get_the_same_password()
    {
        var (first, second) = (Directory.CreateTempSubdirectory("hub-login-"), Directory.CreateTempSubdirectory("hub-login-"));

        FirstLogin.ReadOrMake(first.FullName).Password.Should().NotBe(FirstLogin.ReadOrMake(second.FullName).Password);

        first.Delete(recursive: true);
        second.Delete(recursive: true);
    }
}
