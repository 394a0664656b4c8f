using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Kernel;

/// <summary>Checks data annotations as the framework does, but through nested options and lists, and speaks in keys of the configuration.</summary>
internal sealed class SectionValidator<TOptions>(string section) : IValidateOptions<TOptions>
    where TOptions : class
{
    private static readonly string[] Secrets = ["Password", "Secret", "Key", "Hash", "Token"];

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        List<string> errors = [.. Check(options, section)];
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static IEnumerable<string> Check(object options, string path)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        foreach (var result in results)
        {
            yield return $"{string.Join(", ", result.MemberNames.Select(member => Show(options, path, member)).DefaultIfEmpty(path))}: {result.ErrorMessage}";
        }

        foreach (var property in options.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.GetIndexParameters().Length == 0))
        {
            foreach (var error in CheckValue(property.GetValue(options), $"{path}:{property.Name}"))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<string> CheckValue(object? value, string path) => value switch
    {
        IList list => list.Cast<object?>().SelectMany((item, index) => CheckValue(item, string.Create(CultureInfo.InvariantCulture, $"{path}:{index}"))),
        // Options nest in options of their own assembly; anything else is a plain value.
        not null when value.GetType().Assembly == typeof(TOptions).Assembly && value.GetType().IsClass => Check(value, path),
        _ => [],
    };

    private static string Show(object options, string path, string member)
    {
        var key = $"{path}:{member}";
        if (options.GetType().GetProperty(member) is not { } property || Secrets.Any(secret => member.Contains(secret, StringComparison.Ordinal)))
        {
            return key;
        }

        return property.GetValue(options) switch
        {
            null => $"{key} is not set",
            string text => $"{key} = '{text}'",
            IEnumerable => key,
            var value => string.Create(CultureInfo.InvariantCulture, $"{key} = '{value}'"),
        };
    }
}
