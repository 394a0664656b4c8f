using Hub.Contracts.Monitoring;
using Hub.Modules.FeatureTable.Persistence;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Modules.FeatureTable.WatchFolders;

/// <summary>Tells when a source's folder cannot be reached, and when it can again. One for each watcher.</summary>
internal sealed class FolderAlerts(WatchedSource source, IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan TellAgainAfter = TimeSpan.FromMinutes(1);

    // Another host, or the last process of this one, may have told that it is away.
    private bool _mayBeAway = true;
    private DateTimeOffset? _toldAt;

    public async Task NoteAwayAsync(string reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        _mayBeAway = true;
        if (now - _toldAt < TellAgainAfter)
            return;

        await PublishAsync(
            new AlertRaised
            {
                Code = AlertCodes.FeatureTableFolderAway,
                Severity = AlertSeverity.Critical,
                Subject = source.Table,
                Text = $"The folder {source.Folder} cannot be looked at, so no new hands come in: {reason} Start the share, or repair the way to it; nothing that is in the folder is lost.",
                OccurredAt = now,
            },
            cancellationToken);
        _toldAt = now;
    }

    public async Task NoteThereAsync(CancellationToken cancellationToken)
    {
        if (!_mayBeAway)
            return;

        await PublishAsync(
            new AlertResolved { Code = AlertCodes.FeatureTableFolderAway, Subject = source.Table, Text = "The folder is there.", OccurredAt = clock.GetUtcNow() },
            cancellationToken);
        (_mayBeAway, _toldAt) = (false, null);
    }

    private async Task PublishAsync(object message, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IPublishEndpoint>().Publish(message, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<FeatureTableDbContext>().SaveChangesAsync(cancellationToken);
    }
}
