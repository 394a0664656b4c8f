using Hub.Host.Database;
using Hub.Modules.Kernel;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Hub.Host.Security;

/// <summary>Adds logins and roles, and puts them before everything the hub answers.</summary>
internal static class SecurityRegistration
{
    private const long LongestBody = 1024 * 1024;

    public static void AddHubSecurity(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddValidatedOptions<AuthOptions>(configuration, AuthOptions.SectionName);
        services.AddSingleton<FailedLogins>();
        services.AddSingleton(_ => FirstLogin.ReadOrMake(DataOptions.FolderOf(configuration)));
        services.AddSingleton<CredentialSource>();
        services.AddAuthentication(HubAuthenticationHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, HubAuthenticationHandler>(HubAuthenticationHandler.SchemeName, configureOptions: null);
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireRole(HubRoles.Viewer).Build());
        foreach (var role in RoleLadder.Roles)
            authorization.AddPolicy(role, policy => policy.RequireRole(role));

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LongestBody;
        });
    }

    public static void UseHubSecurity(this WebApplication app)
    {
        // Made now, not by the first request: it must see every change from here on.
        app.Services.GetRequiredService<CredentialSource>();
        app.Use(SecurityHeaders.InvokeAsync);
        app.UseAuthentication();
        app.Use(CrossSiteGuard.InvokeAsync);
        app.UseAuthorization();
    }
}
