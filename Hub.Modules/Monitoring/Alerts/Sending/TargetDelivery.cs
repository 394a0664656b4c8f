using Hub.Modules.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>
/// Tells one target what is due for it, all of it in one message, at most one message a second. Each target has a loop of its own, so
/// that one that hangs holds up nobody else. At least once: what a target took while its answer was lost, it gets again.
/// </summary>
internal sealed partial class TargetDelivery(
    IAlertTarget target, IServiceScopeFactory scopes, IOptions<AlertOptions> options, TimeProvider clock, ILogger<TargetDelivery> logger)
    : ResilientBackgroundService(clock, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private bool _isFailing;

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        var notices = await WithQueueAsync(queue => queue.TakeAsync(target.Name, stoppingToken));
        if (notices.Count > 0)
            await SendAsync(notices, stoppingToken);
        await Task.Delay(Interval, Clock, stoppingToken);
    }

    private async Task SendAsync(IReadOnlyList<AlertNotice> notices, CancellationToken stoppingToken)
    {
        using var timeout = new CancellationTokenSource(options.Value.SendTimeout, Clock);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stoppingToken);
        try
        {
            await target.SendAsync(notices, ending.Token);
            await WithQueueAsync(queue => queue.NoteSentAsync(notices, CancellationToken.None));
            if (_isFailing)
                Back(logger, target.Name);
            _isFailing = false;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await WithQueueAsync(queue => queue.ReleaseAsync(notices, CancellationToken.None));
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            await NoteFailureAsync(notices, $"has not answered within {options.Value.SendTimeout.TotalSeconds:0} s", retryAfter: null);
        }
        catch (TargetException exception)
        {
            await NoteFailureAsync(notices, exception.Message, exception.RetryAfter);
        }
    }

    private async Task NoteFailureAsync(IReadOnlyList<AlertNotice> notices, string reason, TimeSpan? retryAfter)
    {
        var givenUp = await WithQueueAsync(queue => queue.NoteFailureAsync(notices, reason, retryAfter, CancellationToken.None));
        if (!_isFailing)
            Failing(logger, target.Name, reason);
        _isFailing = true;
        if (givenUp > 0)
            GivenUp(logger, target.Name, givenUp, options.Value.GiveUpAfter, reason);
    }

    private async Task WithQueueAsync(Func<DeliveryQueue, Task> step)
    {
        await using var scope = scopes.CreateAsyncScope();
        await step(scope.ServiceProvider.GetRequiredService<DeliveryQueue>());
    }

    private async Task<T> WithQueueAsync<T>(Func<DeliveryQueue, Task<T>> step)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await step(scope.ServiceProvider.GetRequiredService<DeliveryQueue>());
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Alerts cannot be sent to {Target} and are tried again: it {Reason}")]
    private static partial void Failing(ILogger logger, string target, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Alerts are sent to {Target} again")]
    private static partial void Back(ILogger logger, string target);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Target} was not told of {Count} alerts, although it was tried for {For}: it {Reason}")]
    private static partial void GivenUp(ILogger logger, string target, int count, TimeSpan @for, string reason);
}
