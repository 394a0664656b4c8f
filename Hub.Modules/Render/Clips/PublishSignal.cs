namespace Hub.Modules.Render.Clips;

/// <summary>Tells that a copy waits to be made. Whoever finished the clip does not make it: the folder it goes to may not answer, and a slot is for clips.</summary>
internal sealed class PublishSignal : IDisposable
{
    private readonly SemaphoreSlim _waiting = new(0, 1);

    public void Set()
    {
        try
        {
            _waiting.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is told already.
        }
    }

    /// <summary>Waits until a copy waits, or the time is over.</summary>
    public Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken) => _waiting.WaitAsync(longest, cancellationToken);

    public void Dispose() => _waiting.Dispose();
}
