namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>When a reader looks at its queue, and for what.</summary>
internal sealed class LookTimes
{
    private static readonly TimeSpan LongestTakeOver = TimeSpan.FromSeconds(1);
    private readonly TimeProvider _clock;
    private readonly TimeSpan _poll;
    private readonly TimeSpan? _life;
    private int _mustLook = 1;
    private int _mustTakeOver = 1;
    private volatile bool _isDrained;
    private long _lookAgainAt;
    private long _tookOverAt;
    private long _extendedAt;

    public LookTimes(EndpointLimits limits, TimeSpan poll, TimeProvider clock)
    {
        _clock = clock;
        _life = limits.Life;
        // A temporary queue lives by being read.
        _poll = limits.Life / 4 < poll ? limits.Life!.Value / 4 : poll;
        TakeOverInterval = limits.Lock / 4 < LongestTakeOver ? limits.Lock / 4 : LongestTakeOver;
        KeepInterval = limits.Life < limits.Lock ? limits.Life!.Value / 4 : limits.Lock / 4;
    }

    /// <summary>How often messages without a consumer are looked for.</summary>
    public TimeSpan TakeOverInterval { get; }

    /// <summary>How often what is held has to be kept.</summary>
    public TimeSpan KeepInterval { get; }

    /// <summary>Something may be there: the last look did not empty the queue, somebody rang, or it is time.</summary>
    public bool IsDue => !_isDrained || Volatile.Read(ref _mustLook) == 1 || _clock.GetTimestamp() >= Volatile.Read(ref _lookAgainAt);

    /// <summary>How long nothing has to be done without a ring. More than zero.</summary>
    public TimeSpan UntilDue
    {
        get
        {
            var wait = _clock.GetElapsedTime(_clock.GetTimestamp(), Volatile.Read(ref _lookAgainAt));
            return wait > TimeSpan.FromMilliseconds(1) ? wait : TimeSpan.FromMilliseconds(1);
        }
    }

    /// <summary>A temporary queue has to be extended.</summary>
    public bool MustExtend => _life is { } life && (_extendedAt == 0 || _clock.GetElapsedTime(_extendedAt) >= life / 4);

    /// <summary>Somebody rang.</summary>
    /// <param name="isReleased">Messages were given back, which are found only by taking over.</param>
    public void Ring(bool isReleased)
    {
        if (isReleased)
            Volatile.Write(ref _mustTakeOver, 1);
        Volatile.Write(ref _mustLook, 1);
    }

    /// <summary>A look begins: rings before it are answered by it.</summary>
    /// <returns>Whether it takes over, and whether it extends.</returns>
    public (bool TakesOver, bool Extends) Begin()
    {
        Volatile.Write(ref _mustLook, 0);
        var takesOver = Interlocked.Exchange(ref _mustTakeOver, 0) == 1 || _clock.GetElapsedTime(_tookOverAt) >= TakeOverInterval;
        return (takesOver, MustExtend);
    }

    /// <summary>A look has ended.</summary>
    /// <param name="began">As <see cref="Begin"/> said.</param>
    /// <param name="isDrained">It left nothing.</param>
    /// <param name="untilNext">When something will be there without a ring; null when that is not known.</param>
    public void End((bool TakesOver, bool Extends) began, bool isDrained, TimeSpan? untilNext)
    {
        if (began.TakesOver)
            _tookOverAt = _clock.GetTimestamp();
        if (began.Extends)
            _extendedAt = _clock.GetTimestamp();
        LookAgainIn(untilNext < _poll ? untilNext.Value : _poll);
        _isDrained = isDrained;
    }

    /// <summary>A look has failed: wait before the next one, and take over what it may have been given.</summary>
    public void Fail(TimeSpan pause)
    {
        LookAgainIn(pause);
        Volatile.Write(ref _mustTakeOver, 1);
        _isDrained = true;
    }

    private void LookAgainIn(TimeSpan pause) => Volatile.Write(ref _lookAgainAt, _clock.GetTimestamp() + (long)(pause.TotalSeconds * _clock.TimestampFrequency));
}
