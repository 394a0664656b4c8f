using Hub.Adapters.Persistence.Postgres.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hub.Adapters.Persistence.Postgres.Migrator;

/// <summary>Brings the database to the schema of this binary: the messaging tables first, then each module's.</summary>
public sealed partial class DatabaseMigrator
{
    private const long LockKey = 0x6875622D6D696772;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan BetweenReminders = TimeSpan.FromMinutes(1);

    private readonly NpgsqlDataSource _dataSource;
    private readonly IServiceScopeFactory _scopes;
    private readonly MigratorOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<DatabaseMigrator> _logger;
    private readonly Type[] _contexts;

    internal DatabaseMigrator(
        NpgsqlDataSource dataSource,
        IServiceScopeFactory scopes,
        IEnumerable<OutboxContext> contexts,
        IOptions<MigratorOptions> options,
        TimeProvider timeProvider,
        ILogger<DatabaseMigrator> logger)
    {
        _dataSource = dataSource;
        _scopes = scopes;
        _options = options.Value;
        _clock = timeProvider;
        _logger = logger;
        _contexts = [typeof(MessagingDbContext), .. contexts.Select(context => context.ContextType)];
    }

    /// <summary>Applies what is missing. One host at a time; the others wait and then find nothing to do.</summary>
    /// <exception cref="DatabaseUnavailableException">The server did not answer in time, or another host is still migrating.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await ConnectAsync(cancellationToken);
        await TakeTurnAsync(connection, cancellationToken);
        try
        {
            await ForEachContextAsync(context => ApplyAsync(context, cancellationToken));
        }
        finally
        {
            // The session lock would end with the connection, but that goes back to a pool.
            await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", connection) { Parameters = { new() { Value = LockKey } } };
            await release.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    /// <summary>For a host that does not migrate: waits as long as it takes until the server is there and another host has migrated, and says what it waits for.</summary>
    /// <exception cref="DatabaseUnavailableException">The server refuses this host, which no waiting changes.</exception>
    public async Task WaitUntilMigratedAsync(CancellationToken cancellationToken)
    {
        long? saidAt = null;
        while (await FindLackAsync(cancellationToken) is { } lack)
        {
            if (saidAt is not { } last || _clock.GetElapsedTime(last) >= BetweenReminders)
            {
                Waiting(_logger, lack);
                saidAt = _clock.GetTimestamp();
            }

            await Task.Delay(Pause, _clock, cancellationToken);
        }
    }

    /// <summary>What a host that does not migrate has to wait for, in words for the operator; null when there is nothing.</summary>
    /// <exception cref="DatabaseUnavailableException">The server refuses this host, which no waiting changes.</exception>
    public async Task<string?> FindLackAsync(CancellationToken cancellationToken)
    {
        try
        {
            // First, because the framework's own exceptions would hide what the server says.
            await using var connection = await _dataSource.OpenConnectionAsync(cancellationToken);
            return await PendingAsync(cancellationToken) is { Count: > 0 } pending
                ? $"The database lacks {pending.Count} migrations, first {pending[0].Migration}. Start a host that migrates, or run 'hub migrate'."
                : null;
        }
        catch (Exception exception) when ((exception as NpgsqlException ?? exception.InnerException) is NpgsqlException { IsTransient: true } away)
        {
            return Unreachable(away);
        }
        catch (NpgsqlException exception)
        {
            throw new DatabaseUnavailableException(Unreachable(exception), exception);
        }
    }

    /// <summary>What <see cref="MigrateAsync"/> would apply, in order.</summary>
    public async Task<IReadOnlyList<PendingMigration>> PendingAsync(CancellationToken cancellationToken)
    {
        var pending = new List<PendingMigration>();
        await ForEachContextAsync(async context =>
        {
            var missing = await context.Database.GetPendingMigrationsAsync(cancellationToken);
            pending.AddRange(missing.Select(migration => new PendingMigration(context.GetType().Name, migration)));
        });
        return pending;
    }

    /// <summary>The whole schema as one SQL script that may be run any number of times.</summary>
    public async Task<string> ScriptAsync()
    {
        var scripts = new List<string>();
        await ForEachContextAsync(context =>
        {
            scripts.Add(context.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.Idempotent));
            return Task.CompletedTask;
        });
        return string.Join(Environment.NewLine, scripts);
    }

    private async Task ApplyAsync(DbContext context, CancellationToken cancellationToken)
    {
        foreach (var migration in await context.Database.GetPendingMigrationsAsync(cancellationToken))
        {
            Applying(_logger, migration, context.GetType().Name);
        }

        await context.Database.MigrateAsync(cancellationToken);
    }

    private async Task ForEachContextAsync(Func<DbContext, Task> action)
    {
        await using var scope = _scopes.CreateAsyncScope();
        foreach (var context in _contexts)
        {
            await action((DbContext)scope.ServiceProvider.GetRequiredService(context));
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        while (true)
        {
            try
            {
                return await _dataSource.OpenConnectionAsync(cancellationToken);
            }
            catch (NpgsqlException exception) when (exception.IsTransient && _clock.GetElapsedTime(started) < _options.ConnectTimeout)
            {
                await Task.Delay(Pause, _clock, cancellationToken);
            }
            catch (NpgsqlException exception)
            {
                throw new DatabaseUnavailableException(Unreachable(exception), exception);
            }
        }
    }

    private string Unreachable(NpgsqlException exception)
    {
        var server = new NpgsqlConnectionStringBuilder(_dataSource.ConnectionString);
        return $"No connection to database '{server.Database}' on {server.Host}:{server.Port}: {exception.Message} Check ConnectionStrings:Hub.";
    }

    private async Task TakeTurnAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        await using var take = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = LockKey } } };
        while (await take.ExecuteScalarAsync(cancellationToken) is not true)
        {
            if (_clock.GetElapsedTime(started) > _options.LockTimeout)
            {
                throw new DatabaseUnavailableException($"Another host has been migrating the database for more than {_options.LockTimeout}. See pg_locks for who holds advisory lock {LockKey}.");
            }

            await Task.Delay(Pause, _clock, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Waiting. {Lack}")]
    private static partial void Waiting(ILogger logger, string lack);

    [LoggerMessage(Level = LogLevel.Information, Message = "Applying migration {Migration} of {Context}")]
    private static partial void Applying(ILogger logger, string migration, string context);
}
