using Hub.Adapters.EmbeddedPostgres;
using Hub.Adapters.EmbeddedRedis;
using Hub.Adapters.Persistence.Postgres.Migrator;
using MassTransit;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hub.Host.Startup;

/// <summary>Says why the hub did not start: one line for each thing that the operator can put right.</summary>
internal static class StartFailure
{
    /// <summary>The lines, or none when the failure is nobody's configuration and wants its stack trace.</summary>
    public static IReadOnlyList<string> Explain(Exception exception) => exception switch
    {
        OptionsValidationException invalid => [.. invalid.Failures],
        AggregateException many when many.InnerExceptions.All(inner => Explain(inner).Count > 0) => [.. many.InnerExceptions.SelectMany(Explain)],
        HubStartException or EmbeddedPostgresException or EmbeddedRedisException or DatabaseUnavailableException => [exception.Message],
        ConfigurationException { InnerException: null } => [$"Messaging: {exception.Message}"],
        // The bus wraps whatever goes wrong while it is made.
        ConfigurationException { InnerException: { } inner } => Explain(inner),
        // The binder's way to say that a value is of the wrong kind; it names the key and the value.
        InvalidOperationException { InnerException: ArgumentException or FormatException } => [exception.Message],
        InvalidDataException => [$"{exception.Message} {exception.InnerException?.Message}".Trim()],
        PostgresException refused => [$"ConnectionStrings:Hub: the database refused a statement: {refused.MessageText} ({refused.SqlState})"],
        IOException { InnerException: AddressInUseException } => [$"Urls: {exception.Message} Stop what uses the address, or set Urls to another one."],
        _ => [],
    };
}
