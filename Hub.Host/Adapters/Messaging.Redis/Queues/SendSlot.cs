namespace Hub.Adapters.Messaging.Redis.Queues;

/// <summary>A place to send one message from.</summary>
/// <param name="Number">Of the slot.</param>
/// <param name="Sequence">Of the message in it; grows.</param>
internal readonly record struct SendSlot(int Number, long Sequence);
