using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Compliance.Persistence.Timers;

/// <summary>Counts what a DbContext sends to the server, one batch as one.</summary>
internal sealed class RoundTripCounter : DbCommandInterceptor
{
    private readonly AsyncLocal<Tally?> _count = new();

    public void AddTo<TContext>(IServiceCollection services)
        where TContext : DbContext
        => services.ConfigureDbContext<TContext>(options => options.AddInterceptors(this), ServiceLifetime.Scoped);

    /// <summary>Of one piece of work; consumers that it sets off are not counted.</summary>
    public async Task<int> CountAsync(Func<Task> work)
    {
        var count = _count.Value = new Tally();
        await work();
        _count.Value = null;
        return count.Value;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count();
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count();
        return new(result);
    }

    private void Count()
    {
        if (_count.Value is { } count)
        {
            count.Value++;
        }
    }

    private sealed class Tally
    {
        public int Value { get; set; }
    }
}
