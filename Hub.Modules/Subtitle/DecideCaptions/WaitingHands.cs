using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Hands, or what happened to them, that wait for something earlier of their session.</summary>
internal sealed class WaitingHands(IServiceScopeFactory scopes) : IPendingWork
{
    public string Name => "hands waiting for an earlier one";

    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SubtitleDbContext>();
        return await database.HandEvents.LongCountAsync(cancellationToken);
    }
}
