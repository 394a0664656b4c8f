using System.ComponentModel.DataAnnotations;

namespace Hub.Host.Security;

/// <summary>Who may use the hub. With nobody listed, one login is made at the first start.</summary>
internal sealed class AuthOptions : IValidatableObject
{
    public const string SectionName = "Auth";

    /// <summary>Logins of people, by name and password.</summary>
    public IList<UserOptions> Users { get; set; } = [];

    /// <summary>Logins of programs, by a key in the header X-Api-Key.</summary>
    public IList<ApiKeyOptions> ApiKeys { get; set; } = [];

    public bool IsEmpty => Users.Count == 0 && ApiKeys.Count == 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var names = Users.Select(user => user.Name).Concat(ApiKeys.Select(key => key.Name));
        foreach (var twice in names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Key is { Length: > 0 } && group.Count() > 1))
            yield return new($"the name '{twice.Key}' is given to {twice.Count()} logins; each needs its own.", [nameof(Users), nameof(ApiKeys)]);
    }
}
