using System.Security.Claims;
using System.Text.Encodings.Web;
using Hub.Modules.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Tests.Support;

/// <summary>Lets a test of one module's API say who asks: header <c>X-Login: anna operator</c>. Without it nobody is logged in.</summary>
internal sealed class TestLogin(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Header = "X-Login";

    private static readonly string[] Ladder = [HubRoles.Viewer, HubRoles.Operator, HubRoles.Admin];

    public static void AddTo(IServiceCollection services)
    {
        services.AddAuthentication(nameof(TestLogin)).AddScheme<AuthenticationSchemeOptions, TestLogin>(nameof(TestLogin), configureOptions: null);
        var authorization = services.AddAuthorizationBuilder();
        foreach (var role in Ladder)
            authorization.AddPolicy(role, policy => policy.RequireRole(role));
    }

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString().Split(' ') is not [var name, var role])
            return Task.FromResult(AuthenticateResult.NoResult());

        var roles = Ladder.Take(Array.IndexOf(Ladder, role) + 1).Select(held => new Claim(ClaimTypes.Role, held));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, name), .. roles], nameof(TestLogin));
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), nameof(TestLogin))));
    }
}
