using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hub.Modules.Render.Api;

/// <summary>The header by which a client that has not heard an answer asks again without doing anything twice.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";

    public const int Longest = 80;

    /// <summary>Why a key cannot be used; null when it can, or when none is given.</summary>
    public static ProblemHttpResult? ProblemOf(string? key)
        => key is null || (key.Length is > 0 and <= Longest && key.All(character => character is > ' ' and <= '~'))
            ? null
            : Problems.Of(StatusCodes.Status400BadRequest, "bad_idempotency_key", "Bad Idempotency-Key", $"An Idempotency-Key has 1 to {Longest} printable ASCII characters without spaces.");
}
