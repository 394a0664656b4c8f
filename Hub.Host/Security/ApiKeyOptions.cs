using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;

namespace Hub.Host.Security;

/// <summary>Login of a program.</summary>
internal sealed partial class ApiKeyOptions : IValidatableObject
{
    private const int ShortestKey = 20;

    /// <summary>What the program is called in the log.</summary>
    [Required, RegularExpression("[^:\\p{C}]{1,64}", ErrorMessage = "must have 1 to 64 characters and no colon.")]
    public string Name { get; set; } = "";

    /// <summary>SHA-256 of the key in hexadecimal digits, as <c>hub new-api-key</c> prints it.</summary>
    public string? KeyHash { get; set; }

    /// <summary>The key itself, for those who keep the configuration safe.</summary>
    public string? Key { get; set; }

    /// <summary>viewer, operator or admin.</summary>
    public string Role { get; set; } = Modules.Kernel.HubRoles.Viewer;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!RoleLadder.IsRole(Role))
            yield return new($"must be one of {RoleLadder.Names}.", [nameof(Role)]);
        if (string.IsNullOrEmpty(KeyHash) == string.IsNullOrEmpty(Key))
            yield return new("give one of the two: a hash made by 'hub new-api-key', or the key.", [nameof(KeyHash), nameof(Key)]);
        if (Key is { Length: > 0 and < ShortestKey })
            yield return new($"must have at least {ShortestKey} characters.", [nameof(Key)]);
        if (KeyHash is { Length: > 0 } && !HashPattern().IsMatch(KeyHash))
            yield return new("is no hash made by 'hub new-api-key': 64 hexadecimal digits.", [nameof(KeyHash)]);
    }

    [GeneratedRegex("^[0-9A-Fa-f]{64}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HashPattern();
}
