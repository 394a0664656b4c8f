namespace Hub.Modules.Render.Deadlines;

/// <summary>When each open clip will be done. Pure: plays the queue through on the slots there are, each clip as long as its like took of late.</summary>
internal sealed class QueueForecast
{
    private readonly Dictionary<int, DateTimeOffset> _doneAt = [];

    /// <param name="now">From when.</param>
    /// <param name="slots">Clips rendered at a time on all workers together; 0: nobody can say when what waits will be done.</param>
    /// <param name="clips">All open ones; those that wait in the order in which they go out.</param>
    /// <param name="durations">How long clips take.</param>
    public QueueForecast(DateTimeOffset now, int slots, IReadOnlyCollection<OpenClip> clips, ClipDurations durations)
    {
        (Now, Clips) = (now, clips);
        var free = new PriorityQueue<DateTimeOffset, DateTimeOffset>();
        foreach (var clip in clips.Where(clip => clip.StartedAt is not null))
        {
            // One that takes longer than its like is taken to be about to end.
            var end = Later(now, clip.StartedAt!.Value + durations.Of(clip.TemplateName));
            _doneAt[clip.Id] = end;
            free.Enqueue(end, end);
        }

        // A worker that is gone has left more clips than there are slots: the places of those that end first are gone.
        while (free.Count > slots)
        {
            free.Dequeue();
        }

        while (free.Count < slots)
        {
            free.Enqueue(now, now);
        }

        foreach (var clip in clips.Where(clip => clip.StartedAt is null && slots > 0))
        {
            Wait(clip, free, durations.Of(clip.TemplateName));
        }
    }

    /// <summary>From when it was made.</summary>
    public DateTimeOffset Now { get; }

    public IReadOnlyCollection<OpenClip> Clips { get; }

    /// <summary>Null for a clip that is not open, too far back in the queue, or that no worker is there for.</summary>
    public DateTimeOffset? Of(int instructionId) => _doneAt.TryGetValue(instructionId, out var doneAt) ? doneAt : null;

    private void Wait(OpenClip clip, PriorityQueue<DateTimeOffset, DateTimeOffset> free, TimeSpan duration)
    {
        var from = free.Peek();
        var end = Later(from, clip.NotBefore ?? from) + duration;
        _doneAt[clip.Id] = end;
        if (clip.NotBefore is null || clip.NotBefore <= from)
        {
            free.DequeueEnqueue(end, end);
        }

        // One that has to wait after a failure keeps no slot from the others meanwhile.
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
