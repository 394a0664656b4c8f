namespace Hub.Adapters.Messaging.Redis;

/// <summary>What waits in a queue.</summary>
/// <param name="Queue">Its name; error queues end with <c>_error</c>, queues of messages nobody understood with <c>_skipped</c>.</param>
/// <param name="Ready">Messages nobody has taken.</param>
/// <param name="Pending">Messages with a consumer.</param>
/// <param name="Delayed">Messages that are not due yet.</param>
/// <param name="OldestAge">Since when the oldest message that is ready or pending has been in the queue; zero when there is none.</param>
/// <param name="IsTemporary">It is removed when nobody reads it.</param>
public sealed record QueueDepth(string Queue, long Ready, long Pending, long Delayed, TimeSpan OldestAge, bool IsTemporary);
