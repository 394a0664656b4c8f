using Hub.Adapters.Persistence.Postgres.Delivery;
using Hub.Adapters.Persistence.Postgres.Timers;
using Hub.Modules.Kernel;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.Logging;

namespace Hub.Adapters.Persistence.Postgres.Outbox;

/// <summary>
/// What the current DI scope wants to send, at once or by a timer, and which timers it wants cancelled. It goes into the next DbContext of
/// the scope that saves, and holds with that context's transaction; without a save nothing does.
/// </summary>
internal sealed partial class OutboxSession(OutboxSignal signal, TimeProvider timeProvider, ILogger<OutboxSession> logger) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<CapturedMessage> _waiting = [];
    private readonly HashSet<Guid> _cancelled = [];
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

    /// <summary>Cancels a timer; one that has fired, or never was, is no error.</summary>
    public void CancelTimer(Guid token)
    {
        lock (_gate)
        {
            if (_waiting.RemoveAll(message => message.Timer?.Token == token) == 0)
            {
                _cancelled.Add(token);
            }
        }
    }

    /// <summary>Forgets what was not saved, because the work that wanted to send it failed.</summary>
    public void Discard()
    {
        lock (_gate)
        {
            _waiting.Clear();
            _cancelled.Clear();
        }
    }

    /// <summary>Adds the waiting messages and timers to what <paramref name="context"/> is about to save.</summary>
    public void FlushInto(DbContext context)
    {
        lock (_gate)
        {
            foreach (var token in _cancelled)
            {
                context.Remove(new StoredTimer { Token = token });
            }

            foreach (var message in _waiting)
            {
                if (message.Timer is { } timer)
                {
                    AddTimer(context, message, timer);
                }
                else
                {
                    AddMessage(context, message);
                }
            }

            _cancelled.Clear();
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
        if (_cancelled.Count > 0)
        {
            NeverCancelled(logger, _cancelled.Count);
        }

        if (_waiting.Count > 0)
        {
            NeverSaved(logger, _waiting.Count, string.Join(", ", _waiting.Select(message => message.MessageType).Distinct(StringComparer.Ordinal)));
        }
    }

    private void AddTimer(DbContext context, CapturedMessage message, TimerTerms terms)
    {
        var timer = message.ToRow<StoredTimer>();
        (timer.Token, timer.Delay) = (terms.Token, terms.Delay);
        _tracked.Add(context.Add(timer));
    }

    private void AddMessage(DbContext context, CapturedMessage message)
    {
        var scope = message.Delay is { } delay ? OpenScope.Start(context, timeProvider.GetUtcNow() + delay) : ScopeOf(context);
        var row = message.ToRow<OutboxMessage>();
        (row.ScopeId, row.Ordinal) = (scope.Id, scope.NextOrdinal++);
        _tracked.Add(context.Add(row));
        if (scope != _open)
        {
            _tracked.Add(scope.Entry);
        }

        _flushed = true;
    }

    private OpenScope ScopeOf(DbContext context)
    {
        if (_open is null || !_open.IsStillOpenIn(context))
        {
            _open = OpenScope.Start(context, dueAt: null);
        }

        return _open;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} timers were not cancelled: nothing was saved afterwards")]
    private static partial void NeverCancelled(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} messages ({Types}) were dropped: nothing was saved after they were sent")]
    private static partial void NeverSaved(ILogger logger, int count, string types);
}
