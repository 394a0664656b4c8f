using Hub.Adapters.EmbeddedPostgres;
using Hub.Host.Startup;
using Npgsql;

namespace Hub.Host.Database;

/// <summary>The one database: the server of ConnectionStrings:Hub, or a private one when that is empty.</summary>
internal sealed class HubDatabase(IConfiguration configuration, EmbeddedPostgresServer? embedded)
{
    public const string Key = "ConnectionStrings:Hub";

    public string ConnectionString => embedded?.ConnectionString ?? configuration[Key]!;

    /// <summary>Where the data is, in words for the operator; no secrets.</summary>
    public string Description
    {
        get
        {
            if (embedded is not null)
                return embedded.Description;
            var server = new NpgsqlConnectionStringBuilder(ConnectionString);
            return $"'{server.Database}' on {server.Host}:{server.Port}";
        }
    }

    public static bool IsEmbedded(IConfiguration configuration) => string.IsNullOrWhiteSpace(configuration[Key]);

    /// <summary>Makes the connection string known; has to come before anything asks for the data source.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (embedded is not null)
        {
            await embedded.StartAsync(cancellationToken);
            return;
        }

        try
        {
            _ = new NpgsqlConnectionStringBuilder(ConnectionString);
        }
        catch (ArgumentException exception)
        {
            throw new HubStartException($"{Key} is no connection string: {exception.Message} Expected: Host=…;Database=…;Username=…;Password=…", exception);
        }
    }
}
