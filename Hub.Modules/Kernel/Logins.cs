using System.Security.Claims;

namespace Hub.Modules.Kernel;

/// <summary>Who asks.</summary>
public static class Logins
{
    /// <summary>Name of the login, for the record of who changed what.</summary>
    public static string Login(this ClaimsPrincipal user) => user.Identity?.Name ?? "unknown";
}
