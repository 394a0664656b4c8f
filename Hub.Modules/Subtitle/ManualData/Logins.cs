using System.Security.Claims;

namespace Hub.Modules.Subtitle.ManualData;

/// <summary>Who asks.</summary>
internal static class Logins
{
    /// <summary>Name of the login, for the record of who changed what.</summary>
    public static string Login(this ClaimsPrincipal user) => user.Identity?.Name ?? "unknown";
}
