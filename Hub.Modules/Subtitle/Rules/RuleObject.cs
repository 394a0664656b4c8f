using System.Text.Json;

namespace Hub.Modules.Subtitle.Rules;

/// <summary>
/// An object of the rules file while it is read. Every reader notes the key as known, and a problem instead of throwing, so that
/// one start shows all problems of a file.
/// </summary>
internal sealed class RuleObject(JsonElement json, string place, string path, List<string> problems)
{
    private readonly List<string> _known = [];

    /// <summary>A text that must be there.</summary>
    public string? Text(string key)
    {
        if (Find(key) is not { } value)
        {
            Report(key, "is missing; give a text");
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 } text)
        {
            return text;
        }

        Report(key, $"must be a text that is not empty, not {value.GetRawText()}");
        return null;
    }

    /// <summary>A text out of <paramref name="allowed"/>; null when it is missing or wrong.</summary>
    public string? Word(string key, IReadOnlyCollection<string> allowed, bool required = true)
    {
        if (Find(key) is { } value)
        {
            return Allowed(key, value, allowed);
        }

        if (required)
        {
            Report(key, $"is missing; allowed: {string.Join(", ", allowed)}");
        }

        return null;
    }

    /// <summary>A list of texts out of <paramref name="allowed"/>; null when it is not given.</summary>
    public IReadOnlyList<string>? Words(string key, IReadOnlyCollection<string> allowed)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() == 0)
        {
            Report(key, $"must be a list of at least one of: {string.Join(", ", allowed)}");
            return null;
        }

        return [.. value.EnumerateArray().Select(item => Allowed(key, item, allowed)).OfType<string>()];
    }

    /// <summary>A list of texts that are not empty; null when it is not given.</summary>
    public IReadOnlyList<string>? Texts(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(item.GetString())))
        {
            return [.. value.EnumerateArray().Select(item => item.GetString()!)];
        }

        Report(key, "must be a list of at least one text");
        return null;
    }

    /// <summary>True or false; null when it is not given.</summary>
    public bool? Flag(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Report(key, $"must be true or false, not {value.GetRawText()}");
        return null;
    }

    /// <summary>A whole number within the bounds; <paramref name="otherwise"/> when it is not given.</summary>
    public int Whole(string key, int least, int most, int otherwise)
    {
        if (Find(key) is not { } value)
        {
            return otherwise;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Report(key, $"must be a whole number from {least} to {most}, not {value.GetRawText()}");
        return otherwise;
    }

    /// <summary>An object inside; null when it is not given.</summary>
    public RuleObject? Child(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new RuleObject(value, place, $"{path}{key}.", problems);
        }

        Report(key, "must be an object in { }");
        return null;
    }

    /// <summary>The value as it stands; null when it is not given.</summary>
    public JsonElement? Find(string key)
    {
        if (!_known.Contains(key, StringComparer.Ordinal))
        {
            _known.Add(key);
        }

        return json.TryGetProperty(key, out var value) ? value : null;
    }

    public void Report(string key, string problem) => problems.Add($"{place}: \"{path}{key}\" {problem}.");

    /// <summary>Reports keys that nobody asked for. Call it last.</summary>
    public void ReportUnknownKeys()
    {
        foreach (var property in json.EnumerateObject().Where(property => !_known.Contains(property.Name, StringComparer.Ordinal)))
        {
            Report(property.Name, $"is not a key that is known here; allowed: {string.Join(", ", _known)}");
        }
    }

    private string? Allowed(string key, JsonElement value, IReadOnlyCollection<string> allowed)
    {
        if (value.ValueKind == JsonValueKind.String && allowed.Contains(value.GetString()!, StringComparer.Ordinal))
        {
            return value.GetString();
        }

        Report(key, $"cannot be {value.GetRawText()}; allowed: {string.Join(", ", allowed)}");
        return null;
    }
}
