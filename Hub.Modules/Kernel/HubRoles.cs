namespace Hub.Modules.Kernel;

/// <summary>
/// What a login may do. Each name is an authorization policy, too, and each role includes the ones before it:
/// <c>endpoint.RequireAuthorization(HubRoles.Operator)</c> lets operators and administrators in.
/// </summary>
public static class HubRoles
{
    /// <summary>May look. The default for everything that does not ask for more.</summary>
    public const string Viewer = "viewer";

    /// <summary>May change what is rendered.</summary>
    public const string Operator = "operator";

    /// <summary>May do everything.</summary>
    public const string Admin = "admin";
}
