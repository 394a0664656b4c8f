using Microsoft.AspNetCore.WebUtilities;
using Npgsql;

namespace Hub.Host.Health;

/// <summary>Gives every error that the hub answers a body (RFC 9457) with a <c>code</c> that programs may rely on.</summary>
internal static class Problems
{
    // idle_in_transaction_session_timeout: the server has ended a transaction in which this process stood still.
    private const string StalledForTooLong = "25P03";

    public static IServiceCollection AddHubProblems(this IServiceCollection services)
        => services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            var problem = context.ProblemDetails;
            problem.Extensions.TryAdd("code", CodeOf(problem.Status ?? context.HttpContext.Response.StatusCode));
        });

    /// <summary>Turns exceptions and bare status codes into such bodies.</summary>
    public static void UseHubProblems(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = StatusOf,
            // Readiness names the outage; a stack trace for each request meanwhile would only bury it.
            SuppressDiagnosticsCallback = context => StatusOf(context.Exception) == StatusCodes.Status503ServiceUnavailable,
        });
        app.UseStatusCodePages();
    }

    /// <summary>A database that is away, or has ended a session that stalled, is not a fault of the request, and worth trying again.</summary>
    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        NpgsqlException { IsTransient: true }
            or PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or StalledForTooLong }
            => StatusCodes.Status503ServiceUnavailable,
        { InnerException: { } inner } => StatusOf(inner),
        _ => StatusCodes.Status500InternalServerError,
    };

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "bad_request",
        StatusCodes.Status401Unauthorized => "login_required",
        StatusCodes.Status403Forbidden => "role_required",
        StatusCodes.Status404NotFound => "not_found",
        StatusCodes.Status429TooManyRequests => "too_many_failed_logins",
        StatusCodes.Status500InternalServerError => "internal_error",
        StatusCodes.Status503ServiceUnavailable => "database_unavailable",
        _ => ReasonPhrases.GetReasonPhrase(status).Replace(' ', '_').Replace('-', '_').ToLowerInvariant(),
    };
}
