using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Hub.Host.Security;

/// <summary>Recognises a person by HTTP Basic and a program by the header <c>X-Api-Key</c>.</summary>
internal sealed partial class HubAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory loggerFactory,
    UrlEncoder encoder,
    CredentialSource credentials,
    FailedLogins failedLogins)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggerFactory, encoder)
{
    public const string SchemeName = "Hub";
    private const string ApiKeyHeader = "X-Api-Key";
    private const int LongestCredential = 1024;
    private bool _mustWait;

    private IPAddress Address => Context.Connection.RemoteIpAddress ?? IPAddress.None;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        => Task.FromResult(Request.Headers[ApiKeyHeader].ToString() is { Length: > 0 } key ? ByKey(key) : ByPassword(Request.Headers.Authorization.ToString()));

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_mustWait)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = FailedLogins.Pause.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        }

        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Basic realm=\"WSOP Automation Hub\", charset=\"UTF-8\"";
        return Task.CompletedTask;
    }

    private AuthenticateResult ByKey(string key)
    {
        if (failedLogins.MustWait(Address))
            return Wait();
        return key.Length <= LongestCredential && credentials.Current.FindByKey(key) is { } login ? Success(login) : Failure("unknown API key");
    }

    private AuthenticateResult ByPassword(string header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || !string.Equals(value.Scheme, "Basic", StringComparison.OrdinalIgnoreCase))
            return AuthenticateResult.NoResult();
        if (value.Parameter is not { Length: <= LongestCredential } parameter || Decode(parameter) is not [var name, var password])
            return Failure("malformed Basic credentials");

        // Who is known is let in even while others try passwords from behind the same address.
        if (credentials.Current.FindKnown(name, password) is { } known)
            return Success(known);
        if (failedLogins.MustWait(Address))
            return Wait();
        return credentials.Current.Verify(name, password) is { } login ? Success(login) : Failure("wrong name or password");
    }

    private static string[]? Decode(string parameter)
    {
        var bytes = new byte[parameter.Length];
        return Convert.TryFromBase64String(parameter, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) : null;
    }

    private static AuthenticateResult Success(Login login)
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, login.Name), .. RoleLadder.Claims(login.Role)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    private AuthenticateResult Failure(string reason)
    {
        failedLogins.Count(Address);
        LoginFailed(Logger, Address, reason);
        return AuthenticateResult.Fail(reason);
    }

    private AuthenticateResult Wait()
    {
        _mustWait = true;
        return AuthenticateResult.Fail("too many failed logins");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Login from {Address} failed: {Reason}")]
    private static partial void LoginFailed(ILogger logger, IPAddress address, string reason);
}
