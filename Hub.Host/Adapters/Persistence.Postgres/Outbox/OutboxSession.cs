using Hub.Adapters.Persistence.Postgres.Delivery;
using Hub.Modules.Kernel;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.Logging;

namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>
/// What the current DI scope wants to send. It goes into the next DbContext of the scope that saves, and leaves with that
/// context's transaction; without a save nothing leaves.
/// </summary>
internal sealed partial class OutboxSession(OutboxSignal signal, TimeProvider timeProvider, ILogger<OutboxSession> logger) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<CapturedMessage> _waiting = [];
    private readonly List<EntityEntry> _tracked = [];
    private OpenScope? _open;
    private bool _flushed;

    public void Add<T>(SendContext<T> context, bool published)
        where T : class
    {
        var message = CapturedMessage.From(context, published, timeProvider.GetUtcNow());
        lock (_gate)
        {
            _waiting.Add(message);
        }
    }

    /// <summary>Forgets what was not saved, because the work that wanted to send it failed.</summary>
    public void Discard()
    {
        lock (_gate)
        {
            _waiting.Clear();
        }
    }

    /// <summary>Adds the waiting messages to what <paramref name="context"/> is about to save.</summary>
    public void FlushInto(DbContext context)
    {
        lock (_gate)
        {
            foreach (var message in _waiting)
            {
                var scope = message.Delay is { } delay ? OpenScope.Start(context, timeProvider.GetUtcNow() + delay) : ScopeOf(context);
                _tracked.Add(context.Add(message.ToRow(scope.Id, scope.NextOrdinal++)));
                if (scope != _open)
                {
                    _tracked.Add(scope.Entry);
                }
            }

            _flushed |= _waiting.Count > 0;
            _waiting.Clear();
        }
    }

    /// <summary>Lets go of the rows of a save, which would otherwise be tracked, bodies and all, as long as the context lives.</summary>
    public void Saved()
    {
        foreach (var entry in _tracked.Where(entry => entry.State == EntityState.Unchanged))
        {
            entry.State = EntityState.Detached;
        }

        _tracked.RemoveAll(entry => entry.State == EntityState.Detached);
    }

    /// <summary>Later messages must not lean on a scope row that a savepoint may have taken back.</summary>
    public void CloseScope()
    {
        if (_open is { } scope)
        {
            _tracked.Add(scope.Entry);
            _open = null;
        }
    }

    /// <summary>A transaction of the scope has committed: whatever was flushed is visible to the delivery service now.</summary>
    public void Committed()
    {
        CloseScope();
        Saved();
        if (_flushed)
        {
            _flushed = false;
            KillPoint.Pass("outbox-committed");
            signal.Raise();
        }
    }

    public void Dispose()
    {
        if (_waiting.Count > 0)
        {
            NeverSaved(logger, _waiting.Count, string.Join(", ", _waiting.Select(message => message.MessageType).Distinct(StringComparer.Ordinal)));
        }
    }

    private OpenScope ScopeOf(DbContext context)
    {
        if (_open is null || !_open.IsStillOpenIn(context))
        {
            _open = OpenScope.Start(context, dueAt: null);
        }

        return _open;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages ({Types}) were dropped: nothing was saved after they were sent")]
    private static partial void NeverSaved(ILogger logger, int count, string types);
}
