using Hub.Modules.Kernel;
using Hub.Modules.Render.Dispatching;
using Hub.Modules.Render.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.Render.Recovery;

/// <summary>
/// Issues tickets anew that were, or may be, lost on their way. What is being rendered has no ticket any more and is not disturbed; nothing
/// is charged; a ticket that was not lost is for an attempt that is no longer wanted, and is dropped.
/// </summary>
internal sealed class LostTickets(IServiceScopeFactory scopes) : ITravellingWork
{
    public string Name => "tickets";

    public Task<int> SendAgainAsync(CancellationToken cancellationToken) => IssueAnewAsync(TimeSpan.Zero, cancellationToken);

    /// <summary>Issues those anew that have been out for <paramref name="age"/> or longer, and fills the window.</summary>
    /// <returns>How many were out.</returns>
    public async Task<int> IssueAnewAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var dispatcher = scope.ServiceProvider.GetRequiredService<TicketDispatcher>();
        await using var transaction = await scope.ServiceProvider.GetRequiredService<RenderDbContext>().Database.BeginTransactionAsync(cancellationToken);
        var recalled = await dispatcher.RecallTicketsAsync(age, cancellationToken);
        await dispatcher.FillWindowAsync(cancellationToken);
        KillPoint.Pass("tickets-recalled");
        await transaction.CommitAsync(CancellationToken.None);
        return recalled;
    }
}
