using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hub.Modules.Kernel;

/// <summary>Error answers (RFC 9457) with a <c>code</c> that programs may rely on.</summary>
public static class ApiProblem
{
    /// <summary>An answer with <paramref name="status"/>.</summary>
    /// <param name="status">HTTP status, 400 to 599.</param>
    /// <param name="code">In snake case; never changes its meaning.</param>
    /// <param name="title">What is wrong, in a few words.</param>
    /// <param name="detail">What exactly, and what to do.</param>
    public static ProblemHttpResult Of(int status, string code, string title, string detail)
        => TypedResults.Problem(statusCode: status, title: title, detail: detail, extensions: [KeyValuePair.Create("code", (object?)code)]);
}
