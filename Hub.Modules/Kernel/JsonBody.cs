using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;

namespace Hub.Modules.Kernel;

/// <summary>
/// The body of a request as <typeparamref name="T"/>, or an answer that says where it cannot be read. A field that nobody knows
/// is refused like a wrong value: it is a misspelling that would be lost without a word.
/// </summary>
/// <typeparam name="T">What the body must hold.</typeparam>
public sealed class JsonBody<T> : IBindableFromHttpContext<JsonBody<T>>, IEndpointParameterMetadataProvider
    where T : class
{
    private const int Deepest = 16;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        MaxDepth = Deepest,
    };

    private JsonBody(T? value, ValidationProblem? problem) => (Value, Problem) = (value, problem);

    /// <summary>What was sent; null where <see cref="Problem"/> says why not.</summary>
    public T? Value { get; }

    /// <summary>The answer 400 with code <c>unreadable_body</c>, or null.</summary>
    public ValidationProblem? Problem { get; }

    static async ValueTask<JsonBody<T>?> IBindableFromHttpContext<JsonBody<T>>.BindAsync(HttpContext context, ParameterInfo parameter)
    {
        // Where the parameter says that there may be none.
        if (context.Request.ContentLength is null or 0 && context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody != true
            && new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.Nullable)
        {
            return null;
        }

        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(context.Request.Body, Options, context.RequestAborted);
            return value is null ? Unreadable("$", "is null") : new JsonBody<T>(value, problem: null);
        }
        catch (JsonException exception)
        {
            return Unreadable(exception.Path ?? "$", $"is unknown, given twice, or not what is expected here (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1})");
        }
    }

    static void IEndpointParameterMetadataProvider.PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
        => builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));

    private static JsonBody<T> Unreadable(string path, string reason)
        => new(value: null, TypedResults.ValidationProblem(
            new Dictionary<string, string[]>(StringComparer.Ordinal) { [path.StartsWith("$.", StringComparison.Ordinal) ? path[2..] : path] = [reason] },
            title: "The body cannot be read",
            detail: "Send one JSON object with the documented fields. Nothing was changed.",
            extensions: [KeyValuePair.Create("code", (object?)"unreadable_body")]));
}
