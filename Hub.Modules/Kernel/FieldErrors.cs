using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hub.Modules.Kernel;

/// <summary>What is wrong with a request, in words, by the field of its body: <c>players[2].seat</c>.</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, List<string>> _errors = new(StringComparer.Ordinal);

    /// <summary>Nothing is wrong.</summary>
    public bool IsEmpty => _errors.Count == 0;

    /// <summary>Fields and what is wrong with each.</summary>
    public IReadOnlyDictionary<string, string[]> All => _errors.ToDictionary(each => each.Key, each => each.Value.ToArray(), StringComparer.Ordinal);

    /// <summary>Notes that <paramref name="error"/> is wrong with <paramref name="field"/>.</summary>
    public void Add(string field, string error)
    {
        if (!_errors.TryGetValue(field, out var errors))
            _errors.Add(field, errors = []);
        errors.Add(error);
    }

    /// <summary>Reads an instant. One without its offset from UTC is refused: it would mean another moment on each machine.</summary>
    /// <returns>The instant in UTC; null when none is given, or it is wrong.</returns>
    public DateTimeOffset? ReadInstant(string field, string? text)
    {
        if (text is null)
            return null;
        if (HasOffset(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant))
            return instant;

        Add(field, $"'{text}' is no instant with its offset from UTC, such as 2026-11-25T18:30:00Z or 2026-11-25T10:30:00-08:00.");
        return null;
    }

    /// <summary>The answer 400 with code <c>invalid_fields</c>.</summary>
    public ValidationProblem ToProblem()
        => TypedResults.ValidationProblem(
            All, title: "Some fields are wrong", detail: "Correct the named fields and send it again. Nothing was changed.", extensions: [KeyValuePair.Create("code", (object?)"invalid_fields")]);

    private static bool HasOffset(string text)
        => text.Length >= "2026-11-25T18:30Z".Length && text[10] == 'T' && (text[^1] == 'Z' || (text[^6] is '+' or '-' && text[^3] == ':'));
}
