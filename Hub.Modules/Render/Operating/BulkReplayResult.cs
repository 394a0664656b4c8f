namespace Hub.Modules.Render.Operating;

/// <summary>What a bulk replay did.</summary>
/// <param name="Replayed">Instructions sent back into the queue.</param>
/// <param name="Left">Instructions that meet the condition, too, and were not: ask again.</param>
internal sealed record BulkReplayResult(int Replayed, long Left);
