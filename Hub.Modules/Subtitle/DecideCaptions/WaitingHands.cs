using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Subtitle.DecideCaptions;

/// <summary>Hands that wait for an earlier one of their session.</summary>
internal sealed class WaitingHands(IServiceScopeFactory scopes) : IPendingWork
{
    public string Name => "hands waiting for an earlier one";

    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SubtitleDbContext>();
        return await database.Hands.LongCountAsync(
            hand => database.Sessions.Any(session => session.SessionId == hand.SessionId && hand.Sequence > session.LastDecided),
            cancellationToken);
    }
}
