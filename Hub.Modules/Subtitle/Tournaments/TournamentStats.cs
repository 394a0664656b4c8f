using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Subtitle.Tournaments;

/// <summary>Section <c>tournaments</c> of v1's <c>/stats</c>.</summary>
internal sealed class TournamentStats(IServiceScopeFactory scopes) : IStatsSource
{
    public string Section => "tournaments";

    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SubtitleDbContext>();
        return new Dictionary<string, long>(StringComparer.Ordinal) { ["total"] = await database.Tournaments.LongCountAsync(cancellationToken) };
    }
}
