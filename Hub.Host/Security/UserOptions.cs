using System.ComponentModel.DataAnnotations;

namespace Hub.Host.Security;

/// <summary>Login of a person.</summary>
internal sealed class UserOptions : IValidatableObject
{
    public const int ShortestPassword = 8;

    /// <summary>Name to log in with; not case-sensitive.</summary>
    [Required, RegularExpression("[^:\\p{C}]{1,64}", ErrorMessage = "must have 1 to 64 characters and no colon.")]
    public string Name { get; set; } = "";

    /// <summary>What <c>hub hash-password</c> prints.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>The password itself, for those who keep the configuration safe.</summary>
    public string? Password { get; set; }

    /// <summary>viewer, operator or admin.</summary>
    public string Role { get; set; } = Modules.Kernel.HubRoles.Viewer;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!RoleLadder.IsRole(Role))
            yield return new($"must be one of {RoleLadder.Names}.", [nameof(Role)]);
        if (string.IsNullOrEmpty(PasswordHash) == string.IsNullOrEmpty(Password))
            yield return new("give one of the two: a hash made by 'hub hash-password', or the password.", [nameof(PasswordHash), nameof(Password)]);
        if (Password is { Length: > 0 and < ShortestPassword })
            yield return new($"must have at least {ShortestPassword} characters.", [nameof(Password)]);
        if (PasswordHash is { Length: > 0 } && !PasswordHashing.IsHash(PasswordHash))
            yield return new("is no hash made by 'hub hash-password'.", [nameof(PasswordHash)]);
    }
}
