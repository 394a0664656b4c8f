namespace Hub.Tests.Compliance.Transport;

/// <summary>Consumers wait here until <paramref name="party"/> of them are there, and then go on together.</summary>
internal sealed class Rendezvous(int party)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _complete = New();
    private int _waiting;

    public Task MeetAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var complete = _complete;
            if (++_waiting == party)
            {
                (_waiting, _complete) = (0, New());
                complete.SetResult();
            }

            return complete.Task.WaitAsync(TimeSpan.FromSeconds(60), cancellationToken);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
