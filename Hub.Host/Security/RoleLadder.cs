using System.Security.Claims;
using Hub.Modules.Kernel;

namespace Hub.Host.Security;

/// <summary>Roles from the least to the most; each includes the ones before it.</summary>
internal static class RoleLadder
{
    public static IReadOnlyList<string> Roles { get; } = [HubRoles.Viewer, HubRoles.Operator, HubRoles.Admin];

    public static string Names => string.Join(", ", Roles);

    public static bool IsRole(string? role) => Roles.Contains(role, StringComparer.OrdinalIgnoreCase);

    /// <summary>A claim for <paramref name="role"/> and each role below it.</summary>
    public static IEnumerable<Claim> Claims(string role)
        => Roles.Take(Roles.ToList().FindIndex(known => string.Equals(known, role, StringComparison.OrdinalIgnoreCase)) + 1).Select(held => new Claim(ClaimTypes.Role, held));
}
