using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hub.Modules.Render.Leases;

/// <summary>
/// Renews the leases of all claims of this process with one statement a second, from a thread and over a connection of their own.
/// A claim that does not come back is lost at once; without contact, each claim ends when its lease can no longer be trusted.
/// </summary>
internal sealed partial class LeaseKeeper(NpgsqlDataSource dataSource, WorkerIdentity worker, TimeProvider clock, ILogger<LeaseKeeper> logger)
    : IHostedService, IDisposable
{
    private const int RoundsPerTouch = 5;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ReconnectInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan GraceForWork = TimeSpan.FromSeconds(8);

    private readonly ConcurrentDictionary<Guid, HeldClaim> _held = [];
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _stop = new();
    private Thread? _thread;

    /// <summary>Completes when the worker is known to the database and may claim.</summary>
    public Task WhenKnownAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);

    /// <summary>Begins to renew a claim.</summary>
    /// <param name="claimId">The claim.</param>
    /// <param name="askedAt">Timestamp taken before the claim was asked for: its lease lasts from then at least.</param>
    public HeldClaim Hold(Guid claimId, long askedAt)
    {
        var held = new HeldClaim(claimId, Trust(askedAt), clock, Release);
        _held[claimId] = held;
        return held;
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "render leases", Priority = ThreadPriority.AboveNormal };
        _thread.Start();
        return Task.CompletedTask;
    }

    /// <summary>Goes on renewing until the work has been handed back.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var askedAt = clock.GetTimestamp();
        while (!_held.IsEmpty && clock.GetElapsedTime(askedAt) < GraceForWork && !cancellationToken.IsCancellationRequested)
        {
            await Task.Delay(LookInterval, clock, CancellationToken.None);
        }

        _stop.Set();
        _thread?.Join();
    }

    public void Dispose()
    {
        _stop.Set();
        _thread?.Join();
        _stop.Dispose();
    }

    private void Run()
    {
        WorkerSession? session = null;
        var isOutageReported = false;
        for (var round = 0; !_stop.IsSet; round++)
        {
            try
            {
                session ??= WorkerSession.Open(dataSource, worker);
                isOutageReported = false;
                Renew(session);
                if (round % RoundsPerTouch == 0 && !session.Touch())
                {
                    throw new InvalidOperationException("A coordinator took this worker for gone.");
                }

                _known.TrySetResult();
                _stop.Wait(Interval);
            }
            catch (Exception exception)
            {
                if (!isOutageReported)
                {
                    ContactLost(logger, worker.Name, _held.Count, exception);
                }

                isOutageReported = true;
                session?.Dispose();
                session = null;
                _stop.Wait(ReconnectInterval);
            }
        }

        Leave(session);
    }

    private void Leave(WorkerSession? session)
    {
        try
        {
            session?.Leave();
        }
        catch (Exception exception)
        {
            // It will be taken for lost, which harms nobody.
            ContactLost(logger, worker.Name, _held.Count, exception);
        }

        session?.Dispose();
    }

    private void Renew(WorkerSession session)
    {
        var claims = _held.Keys.ToArray();
        var askedAt = clock.GetTimestamp();
        var leases = session.Renew(claims);
        foreach (var claimId in claims)
        {
            if (!_held.TryGetValue(claimId, out var held))
            {
                continue;
            }

            if (leases.TryGetValue(claimId, out var isRenewed))
            {
                if (isRenewed)
                {
                    held.Renew(Trust(askedAt));
                }
            }
            else if (held.Take())
            {
                ClaimTaken(logger, claimId);
            }
        }
    }

    private TimeSpan Trust(long askedAt)
        => worker.Lease - clock.GetElapsedTime(askedAt) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    private void Release(HeldClaim held) => _held.TryRemove(held.ClaimId, out _);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Worker {Worker} has no contact with the database; {Claims} claims run on until their leases end")]
    private static partial void ContactLost(ILogger logger, string worker, int claims, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Claim {ClaimId} was taken from this worker; its engine is stopped")]
    private static partial void ClaimTaken(ILogger logger, Guid claimId);
}
