namespace Hub.Modules.Render.Leases;

/// <summary>A claim this worker holds. Its token ends the work when the lease is lost or can no longer be trusted.</summary>
internal sealed class HeldClaim : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _lost;
    private readonly Action<HeldClaim> _released;
    private bool _isSettling;

    public HeldClaim(Guid claimId, TimeSpan trust, TimeProvider clock, Action<HeldClaim> released)
    {
        ClaimId = claimId;
        _lost = new CancellationTokenSource(trust, clock);
        _released = released;
        Lost = _lost.Token;
    }

    public Guid ClaimId { get; }

    /// <summary>Cancelled when the claim must not be worked on any longer.</summary>
    public CancellationToken Lost { get; }

    /// <summary>True when the database says that the claim has ended; false while only contact was lost.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Moves the end of trust.</summary>
    public void Renew(TimeSpan trust)
    {
        lock (_gate)
        {
            if (!_isSettling)
            {
                _lost.CancelAfter(trust);
            }
        }
    }

    /// <summary>The database says that the claim has ended.</summary>
    /// <returns>False when the worker is ending it itself.</returns>
    public bool Take()
    {
        lock (_gate)
        {
            if (_isSettling)
            {
                return false;
            }

            IsTaken = true;
            // The callbacks stop engines; they must not hold up the renewal of the other claims.
            _ = _lost.CancelAsync();
            return true;
        }
    }

    /// <summary>The work is over and the claim about to be ended: from here the statement that ends it decides, not the clock.</summary>
    public void Settle()
    {
        lock (_gate)
        {
            _isSettling = true;
            _lost.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        _released(this);
        lock (_gate)
        {
            _isSettling = true;
            _lost.Dispose();
        }
    }
}
