namespace Hub.Modules.Kernel;

/// <summary>Something that can have work left to do. The demo waits until nothing has; readiness pages show it.</summary>
public interface IPendingWork
{
    /// <summary>What is counted, in plain words: <c>unread files</c>, <c>undelivered messages</c>, <c>open instructions</c>.</summary>
    string Name { get; }

    /// <summary>How many are left, now.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);
}
